package org.haetae.models.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.domain.face.HeadPose;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.Seeds;
import org.junit.jupiter.api.Test;

class LandmarkPoseTest {
  private static Landmarks face(float noseRight, float noseDown) {
    return new Landmarks(0, 0, 40, 0, 20 + noseRight, 20 + noseDown, 3, 40, 37, 40);
  }

  private static Landmarks turned(Landmarks l, double degrees) {
    float c = (float) Math.cos(Math.toRadians(degrees));
    float s = (float) Math.sin(Math.toRadians(degrees));
    return new Landmarks(
        c * l.leftEyeX() - s * l.leftEyeY(),
        s * l.leftEyeX() + c * l.leftEyeY(),
        c * l.rightEyeX() - s * l.rightEyeY(),
        s * l.rightEyeX() + c * l.rightEyeY(),
        c * l.noseX() - s * l.noseY(),
        s * l.noseX() + c * l.noseY(),
        c * l.leftMouthX() - s * l.leftMouthY(),
        s * l.leftMouthX() + c * l.leftMouthY(),
        c * l.rightMouthX() - s * l.rightMouthY(),
        s * l.rightMouthX() + c * l.rightMouthY());
  }

  @Test
  void aFrontalFaceLooksStraight() {
    HeadPose pose = LandmarkPose.of(face(0, 0));
    assertEquals(0, pose.yaw(), 0.1);
    assertEquals(0, pose.pitch(), 2);
    assertEquals(0, pose.roll(), 0.1);
  }

  @Test
  void aNoseToTheViewersRightIsPositiveYaw() {
    assertTrue(LandmarkPose.of(face(8, 0)).yaw() > 10);
    assertTrue(LandmarkPose.of(face(-8, 0)).yaw() < -10);
  }

  @Test
  void aNoseTowardsTheEyesIsPositivePitch() {
    assertTrue(LandmarkPose.of(face(0, -8)).pitch() > 10);
    assertTrue(LandmarkPose.of(face(0, 8)).pitch() < -10);
  }

  @Test
  void aHeadThatLeansClockwiseIsPositiveRoll() {
    assertEquals(25, LandmarkPose.of(turned(face(0, 0), 25)).roll(), 0.1);
    assertEquals(-25, LandmarkPose.of(turned(face(0, 0), -25)).roll(), 0.1);
  }

  @Test
  void leaningChangesOnlyRollAndSizeNothing() {
    Seeds.each(
        500,
        random -> {
          Landmarks face = face(random.nextFloat(-15, 15), random.nextFloat(-15, 15));
          HeadPose upright = LandmarkPose.of(face);
          double lean = random.nextDouble(-80, 80);
          HeadPose leaning =
              LandmarkPose.of(turned(face, lean).mapped(-100, -100, random.nextFloat(0.5f, 4)));
          assertEquals(upright.yaw(), leaning.yaw(), 0.05);
          assertEquals(upright.pitch(), leaning.pitch(), 0.05);
          assertEquals(lean, leaning.roll(), 0.05);
        });
  }

  @Test
  void pointsInOnePlaceStillGiveAFinitePose() {
    HeadPose pose = LandmarkPose.of(new Landmarks(5, 5, 5, 5, 5, 5, 5, 5, 5, 5));
    assertTrue(
        Float.isFinite(pose.yaw()) && Float.isFinite(pose.pitch()) && Float.isFinite(pose.roll()));
  }
}
