package org.haetae.models.picture;

/** A picture whose regions can be read at a chosen size. Not safe for use by several threads. */
public interface Picture {

  /** Pixels from left to right, as a viewer sees it. */
  int width();

  /** Pixels from top to bottom, as a viewer sees it. */
  int height();

  /**
   * Resamples {@code region} to {@code width} × {@code height} pixels in the upper left corner of
   * {@code target}; the rest of the target becomes black.
   *
   * @throws IllegalArgumentException when the region reaches beyond the picture or the size beyond
   *     the target
   */
  void read(Region region, int width, int height, PlanarRgb target);
}
