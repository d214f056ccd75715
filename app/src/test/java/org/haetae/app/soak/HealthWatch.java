package org.haetae.app.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of the cameras' health: a camera that gave no frame for ten seconds must not be called
 * live. Judges {@code haetae_camera_health{camera,state}} where the product has it. One thread.
 */
final class HealthWatch {
  private static final double LONGEST_SILENCE_SECONDS = 10.5;

  private final List<String> lies = new ArrayList<>();
  private boolean judged;

  void look(Iterable<String> cameras, Scrape scrape) {
    for (String camera : cameras) {
      Double live =
          scrape
              .values()
              .get("haetae_camera_health{camera=\"%s\",state=\"live\"}".formatted(camera));
      judged |= live != null;
      if (live != null && live == 1 && scrape.age(camera) > LONGEST_SILENCE_SECONDS) {
        lies.add(
            "%s is called live %.1f s after its last frame".formatted(camera, scrape.age(camera)));
      }
    }
  }

  /** Whether the product says anything about its cameras' health. */
  boolean judged() {
    return judged;
  }

  List<String> lies() {
    return List.copyOf(lies);
  }
}
