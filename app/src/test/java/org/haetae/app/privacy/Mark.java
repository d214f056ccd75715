package org.haetae.app.privacy;

import java.awt.image.BufferedImage;

/**
 * Stripes of two colours painted over a face: magenta, which no skin, wall or leaf has, beside
 * green, each as bright as what it covers, so that a detector still finds the face. What blurs a
 * face averages them to grey.
 */
enum Mark {
  /** Of strangers: stripes that stand. */
  STANDING,
  /** Of respondents: stripes that lie. */
  LYING;

  /** Deviation of both chroma planes from grey, of 127; with more the proposer sees no face. */
  private static final int DEPTH = 24;

  /** Stripe pairs across a face. */
  private static final int PAIRS = 3;

  /** How far green and the nearer of red and blue are apart at least, of 255. */
  private static final int APART = 28;

  private static final int ALTERNATIONS = 4;
  private static final int LINES = 4;

  /** A stripe is no wider than this in a picture that is 1280 pixels wide or less. */
  private static final int WIDEST = 24;

  /**
   * Paints over a box of a planar YUV 4:4:4 picture; brightness stays.
   *
   * @param width of the picture
   */
  void paint(byte[] yuv, int width, int height, int left, int top, int right, int bottom) {
    int plane = width * height;
    int across = this == STANDING ? right - left : bottom - top;
    int stripe = Math.max(4, across / (2 * PAIRS));
    for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
        int at = (this == STANDING ? x - left : y - top) / stripe;
        int sign = at % 2 == 0 ? 1 : -1;
        yuv[plane + y * width + x] = (byte) (128 + sign * DEPTH);
        yuv[2 * plane + y * width + x] = (byte) (128 + sign * DEPTH);
      }
    }
  }

  /** Whether a picture has it, at any scale at which a stripe has two pixels. */
  boolean isIn(BufferedImage picture) {
    int lines = this == STANDING ? picture.getHeight() : picture.getWidth();
    int length = this == STANDING ? picture.getWidth() : picture.getHeight();
    int marked = 0;
    for (int line = 0; line < lines; line++) {
      if (alternates(picture, line, length)) {
        marked++;
      }
    }
    return marked >= LINES;
  }

  private boolean alternates(BufferedImage picture, int line, int length) {
    int alternations = 0;
    int last = 0;
    int lastAt = 0;
    for (int at = 0; at < length; at++) {
      int rgb = this == STANDING ? picture.getRGB(at, line) : picture.getRGB(line, at);
      int red = (rgb >> 16) & 0xff;
      int green = (rgb >> 8) & 0xff;
      int blue = rgb & 0xff;
      int sign =
          Math.min(red, blue) - green > APART ? 1 : green - Math.max(red, blue) > APART ? -1 : 0;
      if (sign == 0) {
        continue;
      }
      if (at - lastAt > WIDEST) {
        alternations = 0;
      } else if (sign != last) {
        alternations++;
      }
      if (alternations >= ALTERNATIONS) {
        return true;
      }
      last = sign;
      lastAt = at;
    }
    return false;
  }
}
