package org.haetae.app.evaluation.sheet;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.haetae.app.evaluation.video.Breakdown;
import org.haetae.app.evaluation.video.Delays;
import org.haetae.app.evaluation.video.MatedSearch;
import org.haetae.app.evaluation.video.MissCause;
import org.haetae.app.evaluation.video.VideoEvaluation;

/** The page's tables. */
final class Tables {
  private Tables() {}

  static String rates(VideoEvaluation evaluation) {
    return """
    <table><tr><th>rate<th>value<th>95 %% interval<th>from</tr>
    <tr><td>passages of people who are looked for, alerted (TPIR)%s</tr>
    <tr><td>tracks of anybody else, alerted (FPIR)%s</tr>
    <tr><td>passages taken for somebody else%s</tr></table>
    """
        .formatted(
            Html.cells(evaluation.identified()),
            Html.cells(evaluation.falselyIdentified()),
            Html.cells(evaluation.mistaken()));
  }

  static String misses(Map<MissCause, Integer> misses) {
    return "<table><tr><th>cause<th class=\"words\">what it means<th>passages</tr>"
        + List.of(MissCause.values()).stream()
            .map(
                cause ->
                    "<tr><td>%s<td class=\"words\">%s<td>%d</tr>"
                        .formatted(cause.word(), cause.meaning(), misses.getOrDefault(cause, 0)))
            .collect(Collectors.joining())
        + "</table>";
  }

  static String delays(Delays telling, Delays appeared) {
    return "<table><tr><th>start<th>median<th>95 % interval<th>from</tr>"
        + delay("face first 48 pixels high", telling)
        + delay("face first turned to the camera", appeared)
        + "</table>";
  }

  private static String delay(String start, Delays delays) {
    return Html.row(
        List.of(
            start,
            delays.median().isPresent() ? Html.seconds(delays.median().getAsDouble()) : "–",
            delays
                .interval()
                .map(one -> Html.seconds(one.low()) + " to " + Html.seconds(one.high()))
                .orElse("too few people"),
            "%d of %d passages, %s"
                .formatted(
                    delays.seconds().size(), delays.passages(), Html.people(delays.people()))));
  }

  static String passages(List<MatedSearch> searches) {
    return "<table><tr><th>passage<th>largest face<th>yaw<th>light<th>tracks, looks<th>result</tr>"
        + searches.stream().map(Tables::passage).collect(Collectors.joining())
        + "</table>";
  }

  private static String passage(MatedSearch one) {
    return Html.row(
        List.of(
            Html.text(one.passage().person())
                + "<br><small>"
                + Html.text(one.passage().clip())
                + "</small>",
            one.passage().largestFacing() > 0
                ? Math.round(one.passage().largestFacing()) + " px"
                : "never facing",
            rounded(one.conditions().yaw(), "°"),
            rounded(one.conditions().light(), ""),
            one.tracks() + ", " + one.looks().size(),
            one.cause()
                .map(cause -> "missed: " + cause.word())
                .orElseGet(() -> "alerted" + since(one))));
  }

  private static String since(MatedSearch one) {
    return one.sinceTelling().isPresent()
        ? "<br><small>%s after 48 px</small>"
            .formatted(Html.seconds(one.sinceTelling().getAsDouble()))
        : "";
  }

  private static String rounded(OptionalDouble value, String unit) {
    return value.isPresent() ? Math.round(value.getAsDouble()) + unit : "–";
  }

  static String breakdown(Breakdown breakdown) {
    return """
    <h3>By %s</h3><table><tr><th>band<th>passages alerted (TPIR)<th>single looks above the threshold<th>other tracks alerted (FPIR)</tr>%s</table>
    """
        .formatted(
            Html.text(breakdown.title()),
            breakdown.rows().stream()
                .map(
                    row ->
                        "<tr><td>"
                            + Html.text(row.band())
                            + Html.cell(row.identified())
                            + Html.cell(row.alike())
                            + Html.cell(row.falselyIdentified())
                            + "</tr>")
                .collect(Collectors.joining()));
  }
}
