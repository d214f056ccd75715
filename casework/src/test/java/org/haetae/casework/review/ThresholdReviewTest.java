package org.haetae.casework.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.review.ThresholdReview.Step;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.id.CameraId;
import org.junit.jupiter.api.Test;

class ThresholdReviewTest {
  private static JudgedAlert of(double score, Optional<FalseAlarmReason> why) {
    return new JudgedAlert(
        new CameraId("door"),
        new Evidence(5, Duration.ofSeconds(1), score, 0.45, 12, 9, 1e-4, 2, Optional.empty()),
        why);
  }

  private static JudgedAlert real(double score) {
    return of(score, Optional.empty());
  }

  private static JudgedAlert none(double score, FalseAlarmReason why) {
    return of(score, Optional.of(why));
  }

  @Test
  void eachMistakeSaysWhatAHigherThresholdWouldHaveCost() {
    ThresholdReview review =
        ThresholdReview.of(
            List.of(
                real(0.46),
                real(0.52),
                real(0.7),
                none(0.5, FalseAlarmReason.ANOTHER_PERSON),
                none(0.47, FalseAlarmReason.ANOTHER_PERSON),
                none(0.49, FalseAlarmReason.LAWFUL_PRESENCE),
                none(0.9, FalseAlarmReason.NOT_A_LIVE_FACE)));
    assertEquals(7, review.alerts());
    assertEquals(4, review.respondents());
    assertEquals(
        Map.of(
            FalseAlarmReason.ANOTHER_PERSON,
            2,
            FalseAlarmReason.LAWFUL_PRESENCE,
            1,
            FalseAlarmReason.NOT_A_LIVE_FACE,
            1),
        review.falseAlarms());
    assertEquals(List.of(new Step(0.47, 1, 1), new Step(0.5, 2, 2)), review.steps());
  }

  @Test
  void withoutAMistakeNoThresholdIsSpokenOf() {
    assertEquals(List.of(), ThresholdReview.of(List.of(real(0.5))).steps());
    assertEquals(0, ThresholdReview.of(List.of()).alerts());
  }
}
