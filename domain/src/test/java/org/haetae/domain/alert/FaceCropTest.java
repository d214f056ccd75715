package org.haetae.domain.alert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FaceCropTest {
  @Test
  void nobodyCanChangeItFromOutside() {
    byte[] bytes = {1, 2, 3};
    FaceCrop crop = new FaceCrop(bytes);
    bytes[0] = 9;
    crop.jpeg()[1] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, crop.jpeg());
  }

  @Test
  void itsTextHidesThePicture() {
    assertEquals("FaceCrop[3 bytes]", new FaceCrop(new byte[] {1, 2, 3}).toString());
  }
}
