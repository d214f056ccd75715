package org.haetae.pipeline.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonDistanceTest {
  @ParameterizedTest
  // At 90 degrees the focal length is half the picture's width.
  @CsvSource({"90, 1000, 95, 1", "90, 1000, 19, 5", "90, 2000, 38, 5", "53.1301, 1000, 19, 10"})
  void distanceFollowsFromThePinhole(double view, int width, float height, double metres) {
    assertEquals(metres, PersonDistance.metres(view, width, height), 1e-4);
  }

  @Test
  void halfTheFaceIsTwiceAsFar() {
    Seeds.each(
        500,
        random -> {
          double view = random.nextDouble(20, 150);
          float height = random.nextFloat(10, 300);
          assertEquals(
              2 * PersonDistance.metres(view, 1280, height),
              PersonDistance.metres(view, 1280, height / 2),
              1e-6);
        });
  }

  @Test
  void theMiddleIsStraightAheadAndTheEdgesAreHalfTheViewAway() {
    Seeds.each(
        500,
        random -> {
          double view = random.nextDouble(20, 150);
          int width = random.nextInt(320, 3_840);
          assertEquals(0, PersonDistance.degreesRight(view, width, width / 2f), 1e-6);
          assertEquals(view / 2, PersonDistance.degreesRight(view, width, width), 1e-6);
          assertEquals(-view / 2, PersonDistance.degreesRight(view, width, 0), 1e-6);
          float x = random.nextFloat(0, width - 1);
          assertTrue(
              PersonDistance.degreesRight(view, width, x)
                  < PersonDistance.degreesRight(view, width, x + 1));
        });
  }
}
