package org.haetae.models.opencv;

/**
 * Knows a picture by its first bytes. OpenCV would try every decoder that it has on foreign bytes;
 * only four are wanted.
 */
final class PictureKind {
  private PictureKind() {}

  /** Whether the file begins like JPEG, PNG, BMP or WebP. */
  static boolean isKnown(byte[] file) {
    return startsWith(file, 0, 0xFF, 0xD8, 0xFF)
        || startsWith(file, 0, 0x89, 'P', 'N', 'G')
        || startsWith(file, 0, 'B', 'M')
        || (startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P'));
  }

  private static boolean startsWith(byte[] file, int at, int... bytes) {
    if (file.length < at + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((file[at + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
