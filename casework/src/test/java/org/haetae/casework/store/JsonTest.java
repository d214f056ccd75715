package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.haetae.domain.alert.Evidence;
import org.junit.jupiter.api.Test;

class JsonTest {
  /** As rows from before a measurement was written down have it. */
  @Test
  void reasonsOfBeforeAreReadWithoutAMeasurement() {
    String before =
        """
        {"looks":5,"span":"PT1.234S","score":0.51,"threshold":0.45,"logLikelihoodRatio":12.5,
         "requiredLogLikelihoodRatio":9.25,"falsePositiveRate":1.0E-4,"gallerySize":2}
        """;
    assertEquals(
        new Evidence(5, Duration.ofMillis(1234), 0.51, 0.45, 12.5, 9.25, 1e-4, 2, Optional.empty()),
        Json.read(before, Evidence.class));
  }
}
