package org.haetae.pipeline.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;

class FaceHeightsTest {

  @Test
  void nobodyHasNoHeight() {
    FaceHeights heights = new FaceHeights();
    assertEquals(0, heights.tracks());
    assertEquals(Double.NaN, heights.quantile(0.5));
  }

  @Test
  void quantilesAreTheNearestRanksRoundedDown() {
    FaceHeights heights = new FaceHeights();
    for (int i = 1; i <= 10; i++) {
      heights.add(10 * i + 0.7);
    }
    assertEquals(50, heights.quantile(0.5));
    assertEquals(90, heights.quantile(0.9));
    assertEquals(100, heights.quantile(1));
  }

  @Test
  void aSortedListSaysTheSame() {
    Seeds.each(
        200,
        random -> {
          double[] all = new double[random.nextInt(1, FaceHeights.MEMORY)];
          FaceHeights heights = new FaceHeights();
          for (int i = 0; i < all.length; i++) {
            all[i] = random.nextDouble(0, 400);
            heights.add(all[i]);
          }
          Arrays.sort(all);
          double share = random.nextInt(1, 101) / 100.0;
          int rank = (int) Math.max(1, Math.ceil(share * all.length - 1e-9));
          assertEquals(Math.floor(all[rank - 1]), heights.quantile(share));
          assertEquals(all.length, heights.tracks());
        });
  }

  @Test
  void whatWasLongAgoIsForgottenAndTheRestKeepsItsShape() {
    Seeds.each(
        50,
        random -> {
          FaceHeights heights = new FaceHeights();
          for (int i = 0; i < 2_000; i++) {
            heights.add(20);
          }
          for (int i = 0; i < 3 * FaceHeights.MEMORY; i++) {
            heights.add(100 + random.nextDouble(100));
          }
          double median = heights.quantile(0.5);
          assertTrue(median > 135 && median < 165, "median " + median);
          assertTrue(heights.quantile(0.9) > median);
          assertEquals(2_000 + 3 * FaceHeights.MEMORY, heights.tracks());
        });
  }

  @Test
  void giantsAreOneClassAndNonsenseIsRefused() {
    FaceHeights heights = new FaceHeights();
    heights.add(1e9);
    assertEquals(FaceHeights.TALLEST, heights.quantile(0.5));
    assertThrows(IllegalArgumentException.class, () -> heights.add(-1));
    assertThrows(IllegalArgumentException.class, () -> heights.add(Double.NaN));
  }
}
