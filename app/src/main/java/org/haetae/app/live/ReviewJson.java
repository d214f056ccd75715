package org.haetae.app.live;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.haetae.app.terminal.JsonLines;
import org.haetae.casework.review.ThresholdReview;

/** A review of the threshold as the page reads it. */
final class ReviewJson {
  private ReviewJson() {}

  static Map<String, Object> map(ThresholdReview review) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("alerts", review.alerts());
    map.put("respondents", review.respondents());
    Map<String, Integer> reasons = new TreeMap<>();
    review
        .falseAlarms()
        .forEach(
            (reason, count) ->
                reasons.put(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '), count));
    map.put("falseAlarms", reasons);
    map.put(
        "steps",
        review.steps().stream()
            .map(
                step ->
                    Map.of(
                        "score",
                        JsonLines.round(step.score(), 3),
                        "mistakesLess",
                        step.mistakesLess(),
                        "respondentsLost",
                        step.respondentsLost()))
            .toList());
    return map;
  }
}
