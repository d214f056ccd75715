package org.haetae.console.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.ErrorCurve.Point;
import org.junit.jupiter.api.Test;

class DetSheetTest {
  private static final ErrorCurve CURVE =
      new ErrorCurve(
          100,
          1000,
          List.of(
              new Point(0.1, 1000, 0),
              new Point(0.2, 100, 1),
              new Point(0.3, 10, 10),
              new Point(0.4, 1, 100),
              new Point(0.5, 0, 100)));

  @Test
  void itReachesDownToWhatTheComparisonsCanTell() {
    DetSheet sheet = DetSheet.of(CURVE, new ErrorCurve(20, 30, List.of()));
    assertEquals(List.of(-3, -2, -1, 0), sheet.right());
    assertEquals(List.of(-2, -1, 0), sheet.up());
    assertEquals(0, sheet.x(1e-3), 1e-9);
    assertEquals(DetSheet.SIDE, sheet.x(1), 1e-9);
    assertEquals(DetSheet.SIDE, sheet.y(1e-2), 1e-9);
    assertEquals(0, sheet.y(1), 1e-9);
  }

  @Test
  void aLineHasOnlyPointsAtWhichBothErrorsWereSeen() {
    DetSheet sheet = DetSheet.of(CURVE, CURVE);
    assertEquals("240.0,360.0 120.0,180.0 0.0,0.0", sheet.points(CURVE));
    assertEquals("", sheet.points(new ErrorCurve(5, 5, List.of(new Point(0.3, 0, 0)))));
  }

  @Test
  void fewComparisonsStillGiveAnAxisAndManyNoEndlessOne() {
    ErrorCurve one = new ErrorCurve(1, 1, List.of());
    assertEquals(List.of(-2, -1, 0), DetSheet.of(one, one).right());
    ErrorCurve all = new ErrorCurve(999_999_999_999L, 999_999_999_999L, List.of());
    assertEquals(-6, DetSheet.of(all, all).right().getFirst());
  }

  @Test
  void thePointOfARateIsTheLowestThresholdThatKeepsIt() {
    assertEquals(0.3, CURVE.at(0.01).orElseThrow().threshold());
    assertEquals(0.3, CURVE.at(0.05).orElseThrow().threshold());
    assertTrue(CURVE.at(0.0005).isEmpty(), "a thousand can't tell");
  }

  @Test
  void pointsThatContradictEachOtherAreNoCurve() {
    for (List<Point> points :
        List.of(
            List.of(new Point(0.1, 11, 0)),
            List.of(new Point(0.1, 5, 6)),
            List.of(new Point(0.1, -1, 0)),
            List.of(new Point(Double.NaN, 5, 0)),
            List.of(new Point(0.1, 5, 0), new Point(0.1, 4, 0)),
            List.of(new Point(0.1, 5, 0), new Point(0.2, 6, 0)),
            List.of(new Point(0.1, 5, 2), new Point(0.2, 5, 1)))) {
      assertThrows(
          IllegalArgumentException.class, () -> new ErrorCurve(5, 10, points), points.toString());
    }
  }
}
