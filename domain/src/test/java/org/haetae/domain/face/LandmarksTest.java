package org.haetae.domain.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LandmarksTest {
  private static final Landmarks FACE = new Landmarks(30, 40, 60, 80, 45, 70, 32, 90, 58, 92);

  @Test
  void theEyesAreAsFarApartAsPythagorasSays() {
    assertEquals(50, FACE.interEyeDistance(), 1e-5);
  }

  @Test
  void mappingShiftsFirstAndScalesThen() {
    Landmarks mapped = FACE.mapped(10, 20, 0.5f);
    assertEquals(new Landmarks(10, 10, 25, 30, 17.5f, 25, 11, 35, 24, 36), mapped);
    assertEquals(25, mapped.interEyeDistance(), 1e-5);
  }
}
