package org.haetae.models.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.Seeds;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.Faces;
import org.junit.jupiter.api.Test;

class QualityAssessorTest {
  private static final int SIDE = AlignedFace.SIDE;
  private static final DetectedFace FRONTAL = Faces.at(0, 0, 1);

  private final QualityAssessor assessor = new QualityAssessor();

  /** Waves that are coarse enough to survive some blur. */
  private static AlignedFace waves(float mean, float swing) {
    AlignedFace face = new AlignedFace();
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < SIDE * SIDE; i++) {
        double wave = Math.sin(i % SIDE / 2.0) * Math.cos(Math.floorDiv(i, SIDE) / 3.0);
        face.plane(c)[i] = (float) Math.clamp(mean + swing * wave, 0.0, 255.0);
      }
    }
    return face;
  }

  private static AlignedFace blurred(AlignedFace face) {
    AlignedFace blurred = new AlignedFace();
    for (int c = 0; c < 3; c++) {
      for (int y = 2; y < SIDE - 2; y++) {
        for (int x = 2; x < SIDE - 2; x++) {
          float sum = 0;
          for (int d = 0; d < 25; d++) {
            sum += face.plane(c)[(y + d / 5 - 2) * SIDE + x + d % 5 - 2];
          }
          blurred.plane(c)[y * SIDE + x] = sum / 25;
        }
      }
    }
    return blurred;
  }

  @Test
  void blurLowersSharpness() {
    AlignedFace sharp = waves(128, 40);
    float before = assessor.assess(FRONTAL, sharp).sharpness();
    AlignedFace once = blurred(sharp);
    float after = assessor.assess(FRONTAL, once).sharpness();
    assertTrue(before > after, before + " > " + after);
    assertTrue(after > assessor.assess(FRONTAL, blurred(once)).sharpness());
  }

  @Test
  void darknessAndGlareLowerExposure() {
    assertEquals(1, assessor.assess(FRONTAL, waves(128, 40)).exposure());
    assertTrue(assessor.assess(FRONTAL, waves(10, 20)).exposure() < 0.7);
    assertTrue(assessor.assess(FRONTAL, waves(250, 20)).exposure() < 0.7);
    assertEquals(0, assessor.assess(FRONTAL, waves(0, 0)).exposure());
  }

  @Test
  void fogLowersContrast() {
    assertTrue(
        assessor.assess(FRONTAL, waves(128, 50)).contrast()
            > assessor.assess(FRONTAL, waves(128, 10)).contrast());
    assertEquals(0, assessor.assess(FRONTAL, waves(128, 0)).contrast(), 1e-3);
  }

  @Test
  void aTurnedFaceHasLowerPose() {
    AlignedFace aligned = waves(128, 40);
    Landmarks f = FRONTAL.landmarks();
    float last = 1.01f;
    for (int shift = 0; shift <= 20; shift += 5) {
      Landmarks turned =
          new Landmarks(
              f.leftEyeX(),
              f.leftEyeY(),
              f.rightEyeX(),
              f.rightEyeY(),
              f.noseX() + shift,
              f.noseY(),
              f.leftMouthX(),
              f.leftMouthY(),
              f.rightMouthX(),
              f.rightMouthY());
      float pose = assessor.assess(new DetectedFace(FRONTAL.box(), turned, 0.99f), aligned).pose();
      assertTrue(pose < last, "shift " + shift + ": " + pose + " after " + last);
      last = pose;
    }
  }

  @Test
  void aSmallFaceHasLowerSize() {
    AlignedFace aligned = waves(128, 40);
    float last = -1;
    for (float scale : new float[] {0.2f, 0.3f, 0.4f, 0.5f}) {
      float size = assessor.assess(Faces.at(0, 0, scale), aligned).size();
      assertTrue(size > last, "scale " + scale);
      last = size;
    }
    assertEquals(1, assessor.assess(FRONTAL, aligned).size());
    assertEquals(0, assessor.assess(Faces.at(0, 0, 0.1f), aligned).size());
  }

  @Test
  void anUnsureDetectionHasLowerConfidence() {
    DetectedFace unsure = new DetectedFace(FRONTAL.box(), FRONTAL.landmarks(), 0.6f);
    assertEquals(0.6f, assessor.assess(unsure, waves(128, 40)).confidence());
  }

  @Test
  void everyComponentStaysBetweenNothingAndOne() {
    Seeds.each(
        200,
        random -> {
          AlignedFace face = waves(random.nextFloat(0, 255), random.nextFloat(0, 255));
          DetectedFace at = Faces.at(0, 0, random.nextFloat(0.01f, 10));
          FaceQuality q = assessor.assess(at, face);
          float[] components = {
            q.size(), q.sharpness(), q.contrast(), q.exposure(), q.pose(), q.confidence()
          };
          for (float component : components) {
            assertTrue(component >= 0 && component <= 1, q.toString());
          }
        });
  }
}
