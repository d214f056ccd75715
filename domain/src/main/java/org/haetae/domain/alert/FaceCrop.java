package org.haetae.domain.alert;

/**
 * A look at a face as a JPEG. Besides strangers at a place that looks for them, none but a matched
 * face leaves the pipeline as one. Its text never shows the picture.
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
