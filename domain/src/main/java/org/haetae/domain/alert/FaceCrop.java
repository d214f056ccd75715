package org.haetae.domain.alert;

/**
 * The best look at a matched face as a JPEG. Only a matched face ever becomes one. Its text never
 * shows the picture.
 */
public final class FaceCrop {
  private final byte[] jpeg;

  public FaceCrop(byte[] jpeg) {
    this.jpeg = jpeg.clone();
  }

  /** A copy of the JPEG file's bytes. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  @Override
  public String toString() {
    return "FaceCrop[" + jpeg.length + " bytes]";
  }
}
