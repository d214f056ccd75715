package org.haetae.pipeline.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.haetae.domain.alert.Trend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendRuleTest {
  @ParameterizedTest
  @CsvSource({
    // The face's own growth speaks first, whatever the cameras say.
    "0.05, 1, 1, APPROACHING",
    "0.30, 3, 1, APPROACHING",
    "-0.05, 1, 1, LEAVING",
    "-0.30, 1, 3, LEAVING",
    // A face that hardly changes leaves it to the order of the cameras.
    "0.049, 1, 2, APPROACHING",
    "-0.049, 2, 1, LEAVING",
    "0, 1, 1, STEADY",
    "NaN, 1, 2, APPROACHING",
    "NaN, 2, 1, LEAVING",
    "NaN, 1, 1, UNKNOWN"
  })
  void growthSpeaksBeforeTheCameras(double growth, int earlier, int now, Trend trend) {
    assertEquals(trend, TrendRule.of(growth, earlier, now));
  }
}
