package org.haetae.benchmarks.robustness.corruption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StencilTest {
  private static final Bitmap PAPER = new Bitmap(20, 10);

  @Test
  void aPixelIsCoveredByTheShareThatLiesInside() {
    Stencil box = Stencil.inside(box(2.25, 3, 6.5, 5.5), PAPER);
    assertEquals(1, box.at(4, 4), 1e-6);
    assertEquals(0.75, box.at(2, 4), 1e-6);
    assertEquals(0.5, box.at(6, 4), 1e-6);
    assertEquals(0.5, box.at(4, 5), 1e-6);
    assertEquals(0, box.at(7, 4), 1e-6);
    assertEquals(0, box.at(4, 2), 1e-6);
  }

  @Test
  void whatReachesBeyondThePictureIsCut() {
    Stencil box = Stencil.inside(box(-5, -5, 40, 40), PAPER);
    assertEquals(1, box.at(0, 0), 1e-6);
    assertEquals(1, box.at(19, 9), 1e-6);
  }

  @Test
  void anotherShapeIsTakenAway() {
    Stencil rest =
        Stencil.inside(box(0, 0, 10, 10), PAPER).without(Stencil.inside(box(4, 0, 6, 10), PAPER));
    assertEquals(1, rest.at(3, 5), 1e-6);
    assertEquals(0, rest.at(5, 5), 1e-6);
  }

  @Test
  void aHullHasNoDents() {
    List<Spot> hull =
        Outline.hull(
            List.of(
                new Spot(0, 0), new Spot(4, 0), new Spot(2, 1), new Spot(4, 4), new Spot(0, 4)));
    assertEquals(4, hull.size());
  }

  private static List<Spot> box(double left, double top, double right, double bottom) {
    return List.of(
        new Spot(left, top), new Spot(right, top), new Spot(right, bottom), new Spot(left, bottom));
  }
}
