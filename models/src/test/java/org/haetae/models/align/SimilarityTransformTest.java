package org.haetae.models.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.Seeds;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
  private static SimilarityTransform any(Random random) {
    double angle = random.nextDouble(-Math.PI, Math.PI);
    double scale = Math.pow(10, random.nextDouble(-1.5, 1.5));
    return new SimilarityTransform(
        scale * Math.cos(angle),
        scale * Math.sin(angle),
        random.nextDouble(-500, 500),
        random.nextDouble(-500, 500));
  }

  private static double[] points(Random random) {
    double[] points = new double[10];
    for (int i = 0; i < points.length; i++) {
      points[i] = random.nextDouble(0, 200);
    }
    return points;
  }

  private static double[] moved(SimilarityTransform by, double[] points) {
    double[] moved = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      moved[i] = by.x(points[i], points[i + 1]);
      moved[i + 1] = by.y(points[i], points[i + 1]);
    }
    return moved;
  }

  private static double distance(SimilarityTransform by, double[] from, double[] to) {
    double squares = 0;
    double[] moved = moved(by, from);
    for (int i = 0; i < to.length; i++) {
      squares += (moved[i] - to[i]) * (moved[i] - to[i]);
    }
    return squares;
  }

  @Test
  void theFitFindsTheTransformThatMadeThePoints() {
    Seeds.each(
        1_000,
        random -> {
          SimilarityTransform made = any(random);
          double[] from = points(random);
          SimilarityTransform found = SimilarityTransform.fit(from, moved(made, from));
          assertEquals(made.a(), found.a(), 1e-6);
          assertEquals(made.b(), found.b(), 1e-6);
          assertEquals(made.tx(), found.tx(), 1e-4);
          assertEquals(made.ty(), found.ty(), 1e-4);
        });
  }

  @Test
  void noOtherTransformNearbyFitsBetter() {
    Seeds.each(
        500,
        random -> {
          double[] from = points(random);
          double[] to = points(random);
          SimilarityTransform best = SimilarityTransform.fit(from, to);
          SimilarityTransform other =
              new SimilarityTransform(
                  best.a() + random.nextGaussian() * 0.01,
                  best.b() + random.nextGaussian() * 0.01,
                  best.tx() + random.nextGaussian(),
                  best.ty() + random.nextGaussian());
          assertTrue(distance(best, from, to) <= distance(other, from, to) + 1e-6);
        });
  }

  @Test
  void thereAndBackIsHome() {
    Seeds.each(
        1_000,
        random -> {
          SimilarityTransform there = any(random);
          double[] home = points(random);
          double[] back = moved(there.inverse(), moved(there, home));
          for (int i = 0; i < home.length; i++) {
            assertEquals(home[i], back[i], 1e-6);
          }
          assertEquals(1, there.scale() * there.inverse().scale(), 1e-9);
        });
  }

  @Test
  void pointsInOnePlaceStillGiveAFiniteTransform() {
    double[] one = new double[10];
    Arrays.fill(one, 42);
    SimilarityTransform fitted =
        SimilarityTransform.fit(one, new double[] {0, 0, 4, 0, 2, 2, 0, 4, 4, 4});
    assertEquals(2, fitted.x(42, 42), 1e-9);
    assertEquals(2, fitted.y(42, 42), 1e-9);
    assertTrue(Double.isFinite(fitted.inverse().x(0, 0)));
  }

  @Test
  void pointsInOneLineStillGiveAFiniteTransform() {
    SimilarityTransform fitted =
        SimilarityTransform.toTemplate(new Landmarks(5, 5, 5, 6, 5, 7, 5, 8, 5, 9));
    assertTrue(Double.isFinite(fitted.x(5, 7)) && Double.isFinite(fitted.inverse().y(5, 7)));
  }

  @Test
  void aFaceOnTheTemplateStaysWhereItIs() {
    SimilarityTransform fitted = SimilarityTransform.toTemplate(Faces.TEMPLATE);
    assertEquals(1, fitted.a(), 1e-6);
    assertEquals(0, fitted.b(), 1e-6);
    assertEquals(0, fitted.tx(), 1e-4);
    assertEquals(0, fitted.ty(), 1e-4);
  }
}
