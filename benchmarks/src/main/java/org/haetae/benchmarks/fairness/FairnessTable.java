package org.haetae.benchmarks.fairness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.enrolment.PeopleFolder;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Interval;
import org.haetae.app.terminal.Progress;

/**
 * Prints, for every skin, sex and age of the panel, how often a face isn't found, how often a
 * person isn't known again, and how often two of one group are taken for one: at the one threshold
 * at which one pair in a thousand of all strangers is.
 */
public final class FairnessTable {
  private static final double FALSE_MATCHES = 1e-3;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2_000, 20_261_127);

  private final List<Photograph> photographs = new ArrayList<>();
  private final Map<PanelPerson, Count> unseen = new LinkedHashMap<>();

  private FairnessTable() {}

  /**
   * @param arguments a folder of {@code skin-sex-age-number/*.jpg}; without it the shipped panel
   */
  public static void main(String[] arguments) throws IOException {
    Path folder =
        arguments.length > 0
            ? Path.of(arguments[0])
            : Home.folder().resolve("camera-sim/footage/panel");
    FairnessTable table = new FairnessTable();
    table.read(folder);
    table.print();
  }

  private void read(Path folder) throws IOException {
    Map<String, List<Path>> people = PeopleFolder.read(folder);
    Progress progress = Progress.onStandardError("fairness", people.size());
    try (PhotoReader reader = new PhotoReader(Eyes.standard())) {
      for (Map.Entry<String, List<Path>> each : people.entrySet()) {
        PanelPerson person = PanelPerson.of(each.getKey());
        List<Path> pictures = each.getValue();
        int before = photographs.size();
        pictures.forEach(
            picture ->
                reader
                    .largestFace(picture)
                    .ifPresent(
                        face ->
                            photographs.add(new Photograph(person, face.template().embedding()))));
        int found = photographs.size() - before;
        unseen.put(person, new Count(pictures.size() - found, pictures.size()));
        progress.at(unseen.size(), each.getKey());
      }
    }
    progress.done("%d photographs of %d people".formatted(photographs.size(), unseen.size()));
  }

  private void print() {
    double threshold = threshold();
    System.out.printf(
        Locale.ROOT,
        "%d people, %d faces; threshold %.3f: one pair in a thousand of all strangers is above"
            + " it%n%n",
        unseen.size(),
        photographs.size(),
        threshold);
    System.out.println(
        "| group | people | face not found, % | not known again, % | mean cosine of one person |"
            + " strangers of the group taken for one, % |");
    System.out.println("|---|---|---|---|---|---|");
    row("all", person -> true, threshold);
    for (int trait = 0; trait < PanelPerson.TRAITS.size(); trait++) {
      int at = trait;
      TreeSet<String> values = new TreeSet<>();
      unseen.keySet().forEach(person -> values.add(person.traits().get(at)));
      for (String value : values) {
        row(value, person -> person.traits().get(at).equals(value), threshold);
      }
    }
  }

  private double threshold() {
    List<Double> strangers = new ArrayList<>();
    for (int a = 0; a < photographs.size(); a++) {
      for (int b = a + 1; b < photographs.size(); b++) {
        if (!same(a, b)) {
          strangers.add(cosine(a, b));
        }
      }
    }
    double[] sorted = strangers.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return Math.nextUp(sorted[sorted.length - 1 - (int) (FALSE_MATCHES * sorted.length)]);
  }

  private boolean same(int a, int b) {
    return photographs.get(a).person().equals(photographs.get(b).person());
  }

  private double cosine(int a, int b) {
    return photographs.get(a).embedding().cosine(photographs.get(b).embedding());
  }

  private void row(String group, Predicate<PanelPerson> member, double threshold) {
    List<PanelPerson> people = unseen.keySet().stream().filter(member).toList();
    List<Count> own = new ArrayList<>();
    List<Count> others = new ArrayList<>();
    List<Double> cosines = new ArrayList<>();
    for (PanelPerson person : people) {
      own.add(count(person, person::equals, threshold));
      others.add(count(person, other -> member.test(other) && !other.equals(person), threshold));
      cosines.add(ownCosine(person));
    }
    List<Count> missing = people.stream().map(unseen::get).toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s |%n",
        group,
        people.size(),
        percent(missing),
        percent(own),
        mean(cosines),
        percent(others));
  }

  /** Errors of a person's pairs with those others: own pairs below, others' above the threshold. */
  private Count count(PanelPerson person, Predicate<PanelPerson> others, double threshold) {
    long errors = 0;
    long chances = 0;
    for (int a = 0; a < photographs.size(); a++) {
      for (int b = 0; b < photographs.size(); b++) {
        if (a != b
            && photographs.get(a).person().equals(person)
            && others.test(photographs.get(b).person())) {
          chances++;
          errors += same(a, b) == cosine(a, b) < threshold ? 1 : 0;
        }
      }
    }
    return new Count(errors, chances);
  }

  private double ownCosine(PanelPerson person) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < photographs.size(); a++) {
      for (int b = a + 1; b < photographs.size(); b++) {
        if (same(a, b) && photographs.get(a).person().equals(person)) {
          sum += cosine(a, b);
          pairs++;
        }
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static String percent(List<Count> counts) {
    Interval interval = BOOTSTRAP.interval(counts, FairnessTable::rate);
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f–%.1f)",
        100 * rate(counts),
        100 * interval.low(),
        100 * interval.high());
  }

  private static double rate(List<Count> counts) {
    long chances = counts.stream().mapToLong(Count::chances).sum();
    return chances == 0 ? 0 : (double) counts.stream().mapToLong(Count::errors).sum() / chances;
  }

  private static String mean(List<Double> values) {
    Interval interval = BOOTSTRAP.interval(values, FairnessTable::average);
    return String.format(
        Locale.ROOT, "%.3f (%.3f–%.3f)", average(values), interval.low(), interval.high());
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** Errors among chances of one person. */
  private record Count(long errors, long chances) {}
}
