package org.haetae.pipeline.capture.ffmpeg;

import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/** Turns regions and pixels of a picture that is stored lying on its side. */
final class Turn {
  private Turn() {}

  /** Where an upright region lies in the picture as it is stored, whose sides are given. */
  static Region stored(Rotation rotation, Region upright, int width, int height) {
    return switch (rotation) {
      case NONE -> upright;
      case QUARTER ->
          new Region(
              upright.y(),
              height - upright.x() - upright.width(),
              upright.height(),
              upright.width());
      case HALF ->
          new Region(
              width - upright.x() - upright.width(),
              height - upright.y() - upright.height(),
              upright.width(),
              upright.height());
      case THREE_QUARTERS ->
          new Region(
              width - upright.y() - upright.height(),
              upright.x(),
              upright.height(),
              upright.width());
    };
  }

  /** Writes {@code stored}, turned upright, to the upper left of {@code target}. */
  static void turn(Rotation rotation, PlanarRgb stored, int width, int height, PlanarRgb target) {
    target.clear();
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int sample =
              switch (rotation) {
                case NONE -> stored.sample(channel, x, y);
                case QUARTER -> stored.sample(channel, y, stored.height() - 1 - x);
                case HALF ->
                    stored.sample(channel, stored.width() - 1 - x, stored.height() - 1 - y);
                case THREE_QUARTERS -> stored.sample(channel, stored.width() - 1 - y, x);
              };
          target.set(channel, x, y, sample);
        }
      }
    }
  }
}
