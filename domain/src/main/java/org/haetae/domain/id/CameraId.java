package org.haetae.domain.id;

/**
 * Names a camera.
 *
 * @param value see {@link SafeName}
 */
public record CameraId(String value) implements Comparable<CameraId> {
  public CameraId {
    SafeName.check(value, "a camera");
  }

  @Override
  public int compareTo(CameraId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
