package org.haetae.models.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.Seeds;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {
  private static final Landmarks ANY = new Landmarks(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static DetectedFace face(float x, float score) {
    return new DetectedFace(new FaceBox(x, 0, 20, 20), ANY, score);
  }

  private static List<DetectedFace> crowd(Random random) {
    List<DetectedFace> faces = new ArrayList<>();
    int count = random.nextInt(30);
    for (int i = 0; i < count; i++) {
      FaceBox box =
          new FaceBox(
              random.nextFloat(100),
              random.nextFloat(60),
              random.nextFloat(5, 40),
              random.nextFloat(5, 40));
      faces.add(new DetectedFace(box, ANY, random.nextFloat()));
    }
    return faces;
  }

  /** By the definition: a face stays when no surer face that stays covers it. */
  private static boolean stays(DetectedFace face, List<DetectedFace> faces, float most) {
    for (DetectedFace other : faces) {
      if (other.score() > face.score()
          && other.box().overlap(face.box()) >= most
          && stays(other, faces, most)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void ofTwoBoxesOnOneFaceTheSurerStays() {
    DetectedFace sure = face(0, 0.9f);
    DetectedFace unsure = face(2, 0.8f);
    DetectedFace elsewhere = face(100, 0.6f);
    assertEquals(
        List.of(sure, elsewhere),
        NonMaximumSuppression.apply(List.of(elsewhere, unsure, sure), 0.3f));
  }

  @Test
  void whatASuppressedBoxCoversIsNotSuppressedByIt() {
    DetectedFace first = face(0, 0.9f);
    DetectedFace middle = face(8, 0.8f);
    DetectedFace last = face(16, 0.7f);
    assertEquals(
        List.of(first, last), NonMaximumSuppression.apply(List.of(first, middle, last), 0.3f));
  }

  @Test
  void itKeepsWhatTheDefinitionKeeps() {
    Seeds.each(
        400,
        random -> {
          List<DetectedFace> faces = crowd(random);
          float most = random.nextFloat(0.1f, 0.9f);
          Set<DetectedFace> expected = new HashSet<>();
          for (DetectedFace face : faces) {
            if (stays(face, faces, most)) {
              expected.add(face);
            }
          }
          assertEquals(expected, new HashSet<>(NonMaximumSuppression.apply(faces, most)));
        });
  }

  @Test
  void whatStaysIsApartAndSurestFirst() {
    Seeds.each(
        400,
        random -> {
          float most = random.nextFloat(0.1f, 0.9f);
          List<DetectedFace> kept = NonMaximumSuppression.apply(crowd(random), most);
          for (int i = 0; i < kept.size(); i++) {
            for (int j = i + 1; j < kept.size(); j++) {
              assertTrue(kept.get(i).score() >= kept.get(j).score());
              assertFalse(kept.get(i).box().overlap(kept.get(j).box()) >= most);
            }
          }
        });
  }

  @Test
  void suppressingTwiceChangesNothing() {
    Seeds.each(
        200,
        random -> {
          List<DetectedFace> once = NonMaximumSuppression.apply(crowd(random), 0.3f);
          assertEquals(once, NonMaximumSuppression.apply(once, 0.3f));
        });
  }
}
