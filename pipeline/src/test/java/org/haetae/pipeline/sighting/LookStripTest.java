package org.haetae.pipeline.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Landmarks;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Faces;
import org.junit.jupiter.api.Test;

class LookStripTest {
  private final LookStrip strip = new LookStrip();

  /** Offers a look as the analysis does; answers whether it cost a picture. */
  private boolean offer(double seconds) {
    boolean wanted = strip.wants(seconds);
    if (wanted) {
      strip.add(look(seconds), new FaceCrop(new byte[] {1}));
    }
    return wanted;
  }

  private List<Double> seconds() {
    return strip.kept().stream().map(kept -> kept.look().seconds()).toList();
  }

  @Test
  void aShortTrackKeepsEveryLook() {
    for (int i = 0; i < LookStrip.MOST; i++) {
      assertTrue(offer(i / 10.0));
    }
    assertEquals(List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5), seconds());
  }

  @Test
  void aFullStripTakesTheNextOnlyWhenItIsAsFarAsTheOthersAre() {
    for (int i = 0; i < LookStrip.MOST; i++) {
      assertTrue(offer(i));
    }
    assertFalse(offer(5.5));
    assertTrue(offer(6.1));
    assertEquals(LookStrip.MOST, strip.kept().size());
    assertEquals(0, seconds().getFirst());
    assertEquals(6.1, seconds().getLast());
  }

  @Test
  void theOneThatDecidesIsKeptHoweverSoonItComes() {
    for (int i = 0; i < LookStrip.MOST; i++) {
      assertTrue(offer(i));
    }
    strip.add(look(5.1), new FaceCrop(new byte[] {1}));
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.1), seconds());
  }

  @Test
  void whatIsForgottenIsGone() {
    assertTrue(offer(1));
    strip.clear();
    assertEquals(List.of(), strip.kept());
    assertTrue(offer(2));
  }

  /** However long a track is: six, in order, over most of its time, and few pictures are made. */
  @Test
  void anHourOfLooksCostsFewPicturesAndIsSpread() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      strip.clear();
      double now = 100 * random.nextDouble();
      double first = now;
      int pictures = 0;
      int looks = 7 + random.nextInt(random.nextBoolean() ? 50 : 36_000);
      for (int i = 0; i < looks; i++) {
        now += 0.05 + 0.1 * random.nextDouble();
        if (offer(now)) {
          pictures++;
        }
      }
      String told = "seed %d, run %d: %s".formatted(seed, run, seconds());
      List<Double> kept = seconds();
      assertTrue(kept.size() == LookStrip.MOST, told);
      assertEquals(kept.stream().sorted().distinct().toList(), kept, told);
      assertTrue(kept.getFirst() - first <= 0.15, told);
      double span = now - first;
      for (int i = 1; i < kept.size(); i++) {
        assertTrue(kept.get(i) - kept.get(i - 1) <= 0.6 * span, told);
      }
      assertTrue(now - kept.getLast() <= 0.25 * span, told);
      assertTrue(pictures <= 70, pictures + " pictures of " + looks + ", " + told);
    }
  }

  private static Look look(double seconds) {
    Landmarks points = new Landmarks(0, 0, 1, 0, 0.5f, 0.5f, 0, 1, 1, 1);
    return new Look(
        new DetectedFace(new FaceBox(0, 0, 50, 60), points, 0.9f),
        new FaceQuality(1, 1, 1, 1, 1, 1),
        Faces.of(1),
        seconds);
  }
}
