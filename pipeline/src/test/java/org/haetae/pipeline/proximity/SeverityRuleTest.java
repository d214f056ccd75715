package org.haetae.pipeline.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.Circumstance.Effect;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityRuleTest {
  private static final ProtectedPlace PLACE = Scene.place(Scene.HOME, 100);

  private static Severity of(double metres, double uncertainty, Trend trend, RiskGrade grade) {
    return SeverityRule.of(new Proximity(metres, uncertainty, 5), trend, grade, PLACE);
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @ParameterizedTest
  @CsvSource({
    // Beyond the radius only a grave grade warns, unless the respondent leaves.
    "101, 0, APPROACHING, LOW, NOTICE",
    "101, 0, APPROACHING, ELEVATED, NOTICE",
    "101, 0, UNKNOWN, HIGH, WARNING",
    "101, 0, LEAVING, EXTREME, NOTICE",
    // Inside it nothing is less than a warning.
    "100, 0, LEAVING, LOW, WARNING",
    "100, 0, STEADY, ELEVATED, WARNING",
    "100, 0, APPROACHING, LOW, DANGER",
    "100, 0, UNKNOWN, HIGH, DANGER",
    "100, 0, LEAVING, HIGH, DANGER",
    // Near is danger for everybody.
    "30, 0, LEAVING, LOW, DANGER",
    "30.1, 0, LEAVING, LOW, WARNING",
    // In doubt the person is nearer.
    "110, 15, UNKNOWN, LOW, WARNING",
    "50, 20, UNKNOWN, LOW, DANGER",
    "5, 50, UNKNOWN, LOW, DANGER"
  })
  void distanceTrendAndGradeMakeTheSeverity(
      double metres, double uncertainty, Trend trend, RiskGrade grade, Severity severity) {
    assertEquals(severity, of(metres, uncertainty, trend, grade));
  }

  @Test
  void nearerOrGraverOrLessCertainIsNeverLessSevere() {
    Seeds.each(
        5_000,
        random -> {
          Trend trend = any(random, Trend.values());
          RiskGrade grade = any(random, RiskGrade.values());
          double metres = random.nextDouble(0, 200);
          double doubt = random.nextDouble(0, 40);
          Severity severity = of(metres, doubt, trend, grade);
          Severity nearer = of(metres * random.nextDouble(), doubt, trend, grade);
          Severity lessSure = of(metres, doubt + random.nextDouble(0, 40), trend, grade);
          assertTrue(nearer.compareTo(severity) >= 0);
          assertTrue(lessSure.compareTo(severity) >= 0);
          for (RiskGrade graver : RiskGrade.values()) {
            if (graver.compareTo(grade) >= 0) {
              assertTrue(of(metres, doubt, trend, graver).compareTo(severity) >= 0);
            }
          }
        });
  }

  @Test
  void whoComesIsNeverLessUrgentThanWhoGoes() {
    Seeds.each(
        2_000,
        random -> {
          RiskGrade grade = any(random, RiskGrade.values());
          double metres = random.nextDouble(0, 200);
          Severity coming = of(metres, 0, Trend.APPROACHING, grade);
          for (Trend other : Trend.values()) {
            assertTrue(coming.compareTo(of(metres, 0, other, grade)) >= 0);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "NOTICE, RAISES, WARNING",
    "WARNING, RAISES, DANGER",
    "DANGER, RAISES, DANGER",
    "DANGER, LOWERS, WARNING",
    "WARNING, LOWERS, NOTICE",
    "NOTICE, LOWERS, NOTICE"
  })
  void aCircumstanceIsOneStepAndNeverHides(Severity severity, Effect effect, Severity changed) {
    Circumstance one = new Circumstance(effect, "why");
    assertEquals(changed, SeverityRule.under(severity, List.of(one)));
    assertEquals(changed, SeverityRule.under(severity, List.of(one, one)));
  }

  @Test
  void oneUpAndOneDownIsNoChange() {
    List<Circumstance> both =
        List.of(
            new Circumstance(Effect.LOWERS, "hand-over"), new Circumstance(Effect.RAISES, "night"));
    for (Severity severity : Severity.values()) {
      assertEquals(severity, SeverityRule.under(severity, both));
      assertEquals(severity, SeverityRule.under(severity, List.of()));
    }
  }
}
