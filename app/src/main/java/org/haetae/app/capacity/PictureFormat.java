package org.haetae.app.capacity;

import java.util.List;

/** How large the simulated cameras' pictures are; all send 15 of them a second. */
public enum PictureFormat {
  P720("720p"),
  P1080("1080p");

  private final String label;

  PictureFormat(String label) {
    this.label = label;
  }

  /** Recordings in which somebody walks about. */
  List<String> busy() {
    return switch (this) {
      case P720 -> List.of("home-door.mp4", "work-gate.mp4", "home-street.mp4");
      case P1080 -> List.of("home-door.1080p.mp4");
    };
  }

  /** Recordings in which nothing happens. */
  List<String> quiet() {
    return switch (this) {
      case P720 -> List.of("quiet-yard.mp4");
      case P1080 -> List.of("quiet-yard.1080p.mp4");
    };
  }

  /** As people say it: 720p. */
  @Override
  public String toString() {
    return label;
  }
}
