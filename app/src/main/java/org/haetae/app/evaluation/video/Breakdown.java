package org.haetae.app.evaluation.video;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.app.evaluation.video.MatedSearch.LookResult;

/** Rates by one condition, each with what it comes from. */
public record Breakdown(String title, List<Row> rows) {
  public Breakdown {
    rows = List.copyOf(rows);
  }

  /**
   * One band.
   *
   * @param identified passages of people who are looked for that were alerted
   * @param alike looks at such people that reach the threshold by themselves
   * @param falselyIdentified tracks of others that were taken for somebody
   */
  public record Row(String band, Rate identified, Rate alike, Rate falselyIdentified) {
    boolean isEmpty() {
      return identified.trials() + alike.trials() + falselyIdentified.trials() == 0;
    }
  }

  static Breakdown of(Searches searches, Bands bands, Bootstrap bootstrap) {
    return new Breakdown(
        bands.title(),
        Stream.concat(bands.names().stream(), Stream.of(Bands.UNKNOWN))
            .map(band -> row(searches, band, bands::of, bootstrap))
            .filter(row -> !row.isEmpty())
            .toList());
  }

  private static Row row(
      Searches searches, String band, Function<Conditions, String> bandOf, Bootstrap bootstrap) {
    List<Outcome> identified =
        searches.mated().stream()
            .filter(search -> bandOf.apply(search.conditions()).equals(band))
            .map(search -> new Outcome(search.passage().person(), search.cause().isEmpty()))
            .toList();
    List<Outcome> alike =
        searches.mated().stream().flatMap(search -> looks(search, band, bandOf)).toList();
    List<Outcome> falsely =
        searches.nonMated().stream()
            .filter(search -> bandOf.apply(search.conditions()).equals(band))
            .map(search -> new Outcome(search.identity(), search.alerted()))
            .toList();
    return new Row(
        band,
        Rate.of(identified, bootstrap),
        Rate.of(alike, bootstrap),
        Rate.of(falsely, bootstrap));
  }

  private static Stream<Outcome> looks(
      MatedSearch search, String band, Function<Conditions, String> bandOf) {
    return search.looks().stream()
        .filter(look -> bandOf.apply(look.conditions()).equals(band))
        .map(LookResult::margin)
        .map(margin -> new Outcome(search.passage().person(), margin >= 0));
  }
}
