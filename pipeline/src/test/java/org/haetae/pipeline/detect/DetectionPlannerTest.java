package org.haetae.pipeline.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Seeds;
import org.haetae.pipeline.motion.MotionGate;
import org.haetae.pipeline.motion.Thumbnails;
import org.junit.jupiter.api.Test;

class DetectionPlannerTest {
  private static final DetectionSettings SETTINGS = new DetectionSettings(36, 0.1, 0.8, 3);
  private static final Picture PICTURE = new Blank(1280, 720);
  private static final List<FaceBox> NOBODY = List.of();
  private static final List<FaceBox> SOMEBODY = List.of(new FaceBox(600, 300, 40, 50));

  private final DetectionPlanner planner = new DetectionPlanner(SETTINGS);
  private final MotionGate still = moving(0, 0, 0);

  /** A picture whose pixels nobody may read. */
  private record Blank(int width, int height) implements Picture {
    @Override
    public void read(Region region, int toWidth, int toHeight, PlanarRgb target) {
      throw new AssertionError("a plan is made without pixels");
    }
  }

  /** A gate that saw {@code count} cells of a row move, from a column on. */
  private static MotionGate moving(int column, int row, int count) {
    MotionGate gate = new MotionGate();
    Thumbnails.update(gate, 0, (c, r) -> 0);
    Thumbnails.update(gate, 0.1, (c, r) -> r == row && c >= column && c < column + count ? 200 : 0);
    return gate;
  }

  private DetectionPlan idle(double seconds) {
    return planner.plan(PICTURE, seconds, NOBODY, still, 0);
  }

  private DetectionPlan tracking(double seconds) {
    return planner.plan(PICTURE, seconds, SOMEBODY, still, 0);
  }

  private static void assertFull(DetectionPlan plan) {
    assertTrue(plan.full());
    assertEquals(Optional.of(new Region(0, 0, 1280, 720)), plan.region());
  }

  private static void assertNothing(DetectionPlan plan) {
    assertFalse(plan.full());
    assertEquals(Optional.empty(), plan.region());
  }

  @Test
  void whatIsWantedWhollyIsSearchedAtOnceAndAgain() {
    assertFull(idle(0));
    assertNothing(idle(0.05));
    for (int i = 1; i < 30; i++) {
      assertFull(planner.everything(PICTURE, i / 15.0));
      assertTrue(planner.active());
    }
    assertNothing(idle(2));
    assertFalse(planner.active());
  }

  @Test
  void theFirstPassIsFull() {
    assertFull(idle(0));
  }

  @Test
  void anIdlePictureIsLookedAtNowAndThen() {
    assertFull(idle(0));
    for (int i = 1; i < 30; i++) {
      assertNothing(idle(i / 10.0));
    }
    assertFull(idle(3));
    assertNothing(idle(3.1));
  }

  @Test
  void theLongerNothingMovesTheMoreSeldomItIsLookedAt() {
    List<Double> passes = new ArrayList<>();
    for (int second = 0; second <= 1300; second++) {
      if (idle(second).full()) {
        passes.add((double) second);
      }
    }
    assertEquals(
        List.of(0.0, 3.0, 9.0, 21.0, 45.0, 93.0, 189.0, 381.0, 681.0, 981.0, 1281.0), passes);
    tracking(1301);
    idle(1302);
    assertFull(idle(1305));
  }

  @Test
  void oneMovingCellIsNoMotion() {
    idle(0);
    assertNothing(planner.plan(PICTURE, 1, NOBODY, moving(30, 18, 1), 1));
    DetectionPlan plan = planner.plan(PICTURE, 0.5, NOBODY, moving(30, 18, 2), 2);
    assertFalse(plan.full());
    assertTrue(plan.region().isPresent());
  }

  @Test
  void turnsAreNotTakenMoreOftenThanAllowed() {
    tracking(0);
    int passes = 0;
    for (int frame = 1; frame <= 60; frame++) {
      passes += tracking(frame / 30.0).region().isPresent() ? 1 : 0;
    }
    assertTrue(passes >= 18 && passes <= 20, passes + " passes in two seconds");
  }

  @Test
  void whileSomebodyIsTrackedAFullPassComesOftener() {
    assertFull(tracking(0));
    double last = 0;
    for (int frame = 1; frame <= 60; frame++) {
      double now = frame / 15.0;
      if (tracking(now).full()) {
        assertTrue(now - last >= 0.8 - 1e-9 && now - last < 0.9, last + " to " + now);
        last = now;
      }
    }
    assertTrue(last > 3);
  }

  @Test
  void motionEndsTheIdleWait() {
    idle(0);
    assertNothing(idle(1));
    assertFull(planner.plan(PICTURE, 1.1, NOBODY, moving(30, 18, 2), 2));
  }

  @Test
  void motionNearlyEverywhereIsAFullPass() {
    idle(0);
    MotionGate all = new MotionGate();
    Thumbnails.update(all, 0, (c, r) -> 0);
    int cells = Thumbnails.update(all, 0.1, (c, r) -> 200);
    assertFull(planner.plan(PICTURE, 0.3, NOBODY, all, cells));
  }

  @Test
  void theRegionHoldsEveryTrackAndEveryMovingCell() {
    Seeds.each(
        300,
        random -> {
          DetectionPlanner fresh = new DetectionPlanner(SETTINGS);
          fresh.plan(PICTURE, 0, NOBODY, still, 0);
          List<FaceBox> tracks = new ArrayList<>();
          int faces = random.nextInt(4);
          for (int i = 0; i < faces; i++) {
            tracks.add(new FaceBox(random.nextFloat(1240), random.nextFloat(670), 40, 50));
          }
          int column = random.nextInt(62);
          int row = random.nextInt(36);
          MotionGate motion = moving(column, row, 2);
          Region region = fresh.plan(PICTURE, 0.5, tracks, motion, 2).region().orElseThrow();
          for (FaceBox track : tracks) {
            assertHolds(region, track);
          }
          assertHolds(region, new FaceBox(column * 20, row * 20, 40, 20));
          assertTrue(region.x() + region.width() <= 1280 && region.y() + region.height() <= 720);
        });
  }

  private static void assertHolds(Region region, FaceBox box) {
    assertTrue(
        region.x() <= box.x()
            && region.y() <= box.y()
            && region.x() + region.width() >= Math.min(1280, box.right())
            && region.y() + region.height() >= Math.min(720, box.bottom()),
        region + " does not hold " + box);
  }

  @Test
  void aTrackBeyondTheEdgeStillGivesARegion() {
    idle(0);
    List<FaceBox> outside = List.of(new FaceBox(1500, 900, 40, 50));
    assertTrue(planner.plan(PICTURE, 0.5, outside, still, 0).region().isPresent());
  }

  @Test
  void noSmallerFaceThanTheNetworksCanFindMayBeAskedFor() {
    assertEquals(12, new DetectionSettings(12, 0.1, 0.8, 3).smallestFace());
    assertThrows(IllegalArgumentException.class, () -> new DetectionSettings(11, 0.1, 0.8, 3));
  }
}
