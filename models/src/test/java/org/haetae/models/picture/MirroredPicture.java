package org.haetae.models.picture;

/** Another picture as a mirror shows it. */
public record MirroredPicture(Picture original) implements Picture {
  @Override
  public int width() {
    return original.width();
  }

  @Override
  public int height() {
    return original.height();
  }

  @Override
  public void read(Region region, int toWidth, int toHeight, PlanarRgb target) {
    int x = width() - region.x() - region.width();
    original.read(
        new Region(x, region.y(), region.width(), region.height()), toWidth, toHeight, target);
    for (int c = 0; c < 3; c++) {
      for (int row = 0; row < toHeight; row++) {
        for (int left = 0; left < toWidth / 2; left++) {
          int right = toWidth - 1 - left;
          int sample = target.sample(c, left, row);
          target.set(c, left, row, target.sample(c, right, row));
          target.set(c, right, row, sample);
        }
      }
    }
  }
}
