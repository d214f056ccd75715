package org.haetae.casework.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.haetae.casework.incident.FalseAlarmReason;

/**
 * Alerts as people have judged them, and what a higher threshold would have changed.
 *
 * @param alerts judged ones
 * @param respondents of those, alerts that were the respondent
 * @param falseAlarms the others, by reason; reasons that never were are left out
 * @param steps one for each alert in which another person was taken for the respondent, by rising
 *     threshold
 */
public record ThresholdReview(
    int alerts, int respondents, Map<FalseAlarmReason, Integer> falseAlarms, List<Step> steps) {
  public ThresholdReview {
    falseAlarms = Map.copyOf(falseAlarms);
    steps = List.copyOf(steps);
  }

  /**
   * What a threshold just above a mistake's score would have done.
   *
   * @param score that would no longer be enough
   * @param mistakesLess alerts of another person that would not have been raised
   * @param respondentsLost alerts of a respondent that would not have been raised either
   */
  public record Step(double score, int mistakesLess, int respondentsLost) {}

  public static ThresholdReview of(List<JudgedAlert> alerts) {
    Map<FalseAlarmReason, Integer> falseAlarms = new EnumMap<>(FalseAlarmReason.class);
    alerts.stream()
        .flatMap(alert -> alert.falseBecause().stream())
        .forEach(reason -> falseAlarms.merge(reason, 1, Integer::sum));
    List<Step> steps = new ArrayList<>();
    alerts.stream()
        .filter(JudgedAlert::isMistake)
        .map(alert -> alert.evidence().score())
        .distinct()
        .sorted()
        .forEach(score -> steps.add(step(score, alerts)));
    int respondents = (int) alerts.stream().filter(JudgedAlert::isRespondent).count();
    return new ThresholdReview(alerts.size(), respondents, falseAlarms, steps);
  }

  private static Step step(double score, List<JudgedAlert> alerts) {
    List<JudgedAlert> gone =
        alerts.stream().filter(alert -> alert.evidence().score() <= score).toList();
    return new Step(
        score,
        (int) gone.stream().filter(JudgedAlert::isMistake).count(),
        (int) gone.stream().filter(JudgedAlert::isRespondent).count());
  }
}
