package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What amtool can't tell: how storms are folded, and what silences what. */
class AlertmanagerIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int CAMERAS = 500;

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void needsAlertmanager() throws IOException, InterruptedException {
    AlertmanagerProcess.TOOL.needed();
  }

  private static Map<String, String> alert(String name, String kind, String camera) {
    return Map.of(
        "alertname",
        name,
        "kind",
        kind,
        "urgency",
        "now",
        "site",
        "north",
        "instance",
        "north:8480",
        "camera",
        camera);
  }

  private static List<Map<String, String>> camerasDown() {
    List<Map<String, String>> all = new ArrayList<>();
    for (int camera = 0; camera < CAMERAS; camera++) {
      all.add(alert("HaetaeCameraDown", "technical", "camera-" + camera));
    }
    return all;
  }

  @Test
  void camerasThatAreDownAreOneNoticeAndAThreatGoesAnotherWay()
      throws IOException, InterruptedException {
    try (Receivers receivers = new Receivers();
        AlertmanagerProcess manager = new AlertmanagerProcess(temp, receivers.address())) {
      manager.fire(camerasDown());
      manager.fire(List.of(alert("HaetaeDangerUnacknowledged", "threat", "")));
      assertNotNull(
          receivers.await(
              notice -> notice.alerts().equals(List.of("HaetaeDangerUnacknowledged")), LIMIT));
      Receivers.Notice storm =
          receivers.await(notice -> notice.alerts().contains("HaetaeCameraDown"), LIMIT);
      assertNotNull(storm);
      assertEquals(Collections.nCopies(CAMERAS, "HaetaeCameraDown"), storm.alerts());
      for (Receivers.Notice notice : receivers.all()) {
        boolean threat = notice.alerts().contains("HaetaeDangerUnacknowledged");
        assertEquals(threat ? "/haetae/threat" : "/haetae/now", notice.path());
      }
    }
  }

  @Test
  void aBlindSiteSilencesItsCamerasButNoThreatAndNoOtherSite()
      throws IOException, InterruptedException {
    try (Receivers receivers = new Receivers();
        AlertmanagerProcess manager = new AlertmanagerProcess(temp, receivers.address())) {
      manager.fire(camerasDown());
      manager.fire(
          List.of(
              alert("HaetaeDangerUnacknowledged", "threat", "camera-1"),
              Map.of(
                  "alertname", "HaetaeFramesStale",
                  "kind", "technical",
                  "urgency", "now",
                  "site", "south",
                  "instance", "south:8480",
                  "camera", "door")));
      states(manager, "HaetaeCameraDown", Map.of("active", CAMERAS));
      manager.fire(List.of(alert("HaetaeSiteBlind", "technical", "")));
      states(manager, "HaetaeCameraDown", Map.of("suppressed", CAMERAS));
      states(manager, "HaetaeDangerUnacknowledged", Map.of("active", 1));
      states(manager, "HaetaeFramesStale", Map.of("active", 1));
      states(manager, "HaetaeSiteBlind", Map.of("active", 1));
    }
  }

  private static void states(AlertmanagerProcess manager, String name, Map<String, Integer> wanted)
      throws IOException, InterruptedException {
    assertEquals(wanted, manager.await(name, wanted, LIMIT), name);
  }
}
