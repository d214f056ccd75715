package org.haetae.app.capacity;

import java.util.List;

/** How large the simulated cameras' pictures are; all send 15 of them a second. */
public enum PictureFormat {
  P720(
      "720p",
      List.of("home-door.mp4", "work-gate.mp4", "home-street.mp4"),
      List.of("quiet-yard.mp4")),
  P1080("1080p", List.of("home-door.1080p.mp4"), List.of("quiet-yard.1080p.mp4"));

  private final String label;
  private final List<String> busy;
  private final List<String> quiet;

  PictureFormat(String label, List<String> busy, List<String> quiet) {
    this.label = label;
    this.busy = busy;
    this.quiet = quiet;
  }

  List<String> busy() {
    return busy;
  }

  List<String> quiet() {
    return quiet;
  }

  /** As people say it: 720p. */
  @Override
  public String toString() {
    return label;
  }
}
