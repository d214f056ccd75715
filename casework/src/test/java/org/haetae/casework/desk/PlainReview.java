package org.haetae.casework.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.haetae.casework.desk.PlainDesk.Taken;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.review.ThresholdReview;

/** What people's verdicts say, counted anew for each number. Stateless. */
final class PlainReview {
  /** A desk looks no further back. */
  private static final int NEWEST = 1_000;

  private PlainReview() {}

  private record Judged(double score, Optional<FalseAlarmReason> why) {
    boolean mistaken() {
      return why.equals(Optional.of(FalseAlarmReason.ANOTHER_PERSON));
    }

    boolean respondent() {
      return why.isEmpty() || why.equals(Optional.of(FalseAlarmReason.LAWFUL_PRESENCE));
    }
  }

  static ThresholdReview of(PlainDesk desk) {
    List<Judged> all = new ArrayList<>();
    for (Taken taken : desk.alerts.values()) {
      if (taken.incident().closed()) {
        all.add(
            new Judged(
                taken.alert().sighting().evidence().score(),
                taken.incident().foundFalse().map(FoundFalse::reason)));
      }
    }
    if (all.size() > NEWEST) {
      throw new AssertionError("too many alerts for one life: " + all.size());
    }
    Map<FalseAlarmReason, Integer> reasons = new HashMap<>();
    TreeSet<Double> scores = new TreeSet<>();
    for (Judged one : all) {
      one.why().ifPresent(why -> reasons.merge(why, 1, Integer::sum));
      if (one.mistaken()) {
        scores.add(one.score());
      }
    }
    List<ThresholdReview.Step> steps = new ArrayList<>();
    for (double score : scores) {
      long mistakes = all.stream().filter(it -> it.mistaken() && it.score() <= score).count();
      long lost = all.stream().filter(it -> it.respondent() && it.score() <= score).count();
      steps.add(new ThresholdReview.Step(score, (int) mistakes, (int) lost));
    }
    long respondents = all.stream().filter(Judged::respondent).count();
    return new ThresholdReview(all.size(), (int) respondents, reasons, steps);
  }
}
