package org.haetae.domain.face;

/**
 * An upright rectangle around a face, in pixels of the picture that it was found in; the origin is
 * the picture's upper left corner. It may reach beyond the picture's edge.
 */
public record FaceBox(float x, float y, float width, float height) {

  public float right() {
    return x + width;
  }

  public float bottom() {
    return y + height;
  }

  public float centreX() {
    return x + width / 2;
  }

  public float centreY() {
    return y + height / 2;
  }

  public float area() {
    return width * height;
  }

  /** Intersection over union with {@code other}, 0 to 1. */
  public float overlap(FaceBox other) {
    float w = Math.min(right(), other.right()) - Math.max(x, other.x);
    float h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    float shared = w * h;
    return Math.min(1, shared / (area() + other.area() - shared));
  }

  /** The same box grown on every side by {@code fraction} of its width and height. */
  public FaceBox grown(float fraction) {
    return new FaceBox(
        x - width * fraction,
        y - height * fraction,
        width * (1 + 2 * fraction),
        height * (1 + 2 * fraction));
  }

  /** The same box moved by ({@code dx}, {@code dy}). */
  public FaceBox moved(float dx, float dy) {
    return new FaceBox(x + dx, y + dy, width, height);
  }

  /** The same box in a picture whose every length is {@code factor} times as long. */
  public FaceBox scaled(float factor) {
    return new FaceBox(x * factor, y * factor, width * factor, height * factor);
  }
}
