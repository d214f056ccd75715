package org.haetae.benchmarks.robustness;

import java.util.List;
import java.util.Optional;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.evaluation.OpenSet;
import org.haetae.app.evaluation.Sample;

/**
 * What became of all photographs spoilt in one way: rates at thresholds set on clean ones.
 *
 * @param found faces found where they are
 * @param accepted pairs of one person accepted (TAR); a face that isn't found is accepted nowhere
 * @param missed searches for somebody enrolled that don't name them (FNIR); not found counts
 * @param falsePairs pairs of two people accepted (FAR), of faces found
 * @param falseNames searches for somebody not enrolled that name somebody (FPIR), of faces found
 * @param siteMissed as {@code missed}, at the threshold of a site
 * @param siteFalseNames as {@code falseNames}, at the threshold of a site
 * @param refused of faces found, those that the quality gate of an enrolment refuses
 * @param silent of all photographs, those whose face is found and good enough for that gate, and
 *     still not named at the threshold of a site
 * @param quality mean quality of faces found, 0 to 1
 */
record Outcome(
    Rate found,
    Rate accepted,
    Rate missed,
    Rate falsePairs,
    Rate falseNames,
    Rate siteMissed,
    Rate siteFalseNames,
    Rate refused,
    Rate silent,
    double quality) {

  /** A photograph and what was read of its spoilt version. */
  record Probe(Photograph photograph, Optional<PhotoResult.Accepted> read) {
    Sample sample(PhotoResult.Accepted face) {
      return new Sample(
          photograph.sample().identity(),
          photograph.sample().file(),
          face.template().embedding(),
          face.face().box().height());
    }
  }

  static Outcome of(Photographs clean, List<Probe> probes, Thresholds thresholds, long seed) {
    int people = clean.people();
    Tally found = new Tally(people);
    Tally accepted = new Tally(people);
    Tally missed = new Tally(people);
    Tally falsePairs = new Tally(people);
    Tally falseNames = new Tally(people);
    Tally siteMissed = new Tally(people);
    Tally siteFalseNames = new Tally(people);
    Tally refused = new Tally(people);
    Tally silent = new Tally(people);
    List<Sample> enrolled = clean.samples();
    double quality = 0;
    int reads = 0;
    for (Probe probe : probes) {
      int person = probe.photograph().person();
      found.count(person, person, probe.read().isPresent());
      double score = -1;
      boolean good = false;
      if (probe.read().isPresent()) {
        PhotoResult.Accepted face = probe.read().get();
        Sample sample = probe.sample(face);
        OpenSet.Scores scores = OpenSet.search(enrolled, List.of(sample));
        score = scores.mated().stream().findFirst().orElse(-1.0);
        good = PhotoReader.shortcoming(face).isEmpty();
        double stranger = scores.nonMated().getFirst();
        falseNames.count(person, person, stranger >= thresholds.search());
        siteFalseNames.count(person, person, stranger >= thresholds.site());
        refused.count(person, person, !good);
        quality += face.quality().unified();
        reads++;
        pairs(clean, probe, sample, thresholds.pair(), accepted, falsePairs);
      } else {
        clean.all().stream()
            .filter(probe.photograph()::isAnotherOfTheSame)
            .forEach(_ -> accepted.count(person, person, false));
      }
      missed.count(person, person, score < thresholds.search());
      siteMissed.count(person, person, score < thresholds.site());
      silent.count(person, person, good && score < thresholds.site());
    }
    return new Outcome(
        found.rate(probes.size(), seed),
        accepted.rate(probes.size(), seed),
        missed.rate(probes.size(), seed),
        falsePairs.drawn(seed),
        falseNames.rate(Math.max(1, reads), seed),
        siteMissed.rate(probes.size(), seed),
        siteFalseNames.rate(Math.max(1, reads), seed),
        refused.rate(Math.max(1, reads), seed),
        silent.rate(probes.size(), seed),
        reads == 0 ? Double.NaN : quality / reads);
  }

  private static void pairs(
      Photographs clean,
      Probe probe,
      Sample sample,
      double threshold,
      Tally accepted,
      Tally falsePairs) {
    int person = probe.photograph().person();
    for (Photograph other : clean.all()) {
      boolean hit = other.sample().embedding().cosine(sample.embedding()) >= threshold;
      if (other.person() != person) {
        falsePairs.count(person, other.person(), hit);
      } else if (other.isAnotherOfTheSame(probe.photograph())) {
        accepted.count(person, person, hit);
      }
    }
  }
}
