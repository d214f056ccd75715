package org.haetae.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.training.DrillResult;
import org.haetae.casework.training.DrillRule;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.ClipTruth.Approach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exercise on a desk and a database of its own, with a clock that stands still. */
class DrillTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration THIRTY = Duration.ofSeconds(30);
  private static final UserId KIM = new UserId("kim");
  private static final CameraId DOOR = new CameraId("door");
  private static final RespondentId WHO = new RespondentId("respondent-x");
  private static final DrillRule RULE = new DrillRule(THIRTY, THIRTY, THIRTY, THIRTY);

  private final Store store;
  private final IncidentDesk desk;
  private final Drill drill;
  private final DrillScript script;
  private final List<String> said = new ArrayList<>();
  private Instant now = START;

  DrillTest(@TempDir Path folder) {
    store = Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
    List<Tier> tiers =
        List.of(
            new Tier("operator", Duration.ZERO, List.of("console")),
            new Tier("supervisor", THIRTY, List.of("console")));
    desk =
        new IncidentDesk(
            store,
            new EscalationPlan(tiers, THIRTY),
            DispatchRule.onePerson(),
            () -> now,
            () -> {});
    script =
        new DrillScript(
            List.of(
                new ClipTruth(
                    "door.mp4",
                    DOOR.value(),
                    "home",
                    1280,
                    720,
                    15,
                    390,
                    List.of(),
                    List.of(new Approach(WHO.value(), 10, 20, 15, true)),
                    List.of())));
    drill = new Drill(script, desk, new DrillText(ZoneOffset.UTC, tiers), said::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private boolean at(int second) {
    now = START.plusSeconds(second);
    return drill.look(now);
  }

  private void alert() {
    Sighting sighting =
        new Sighting(
            DOOR,
            1,
            WHO,
            new Evidence(3, Duration.ofMillis(500), 0.6, 0.5, 12, 10, 1e-4, 2, Optional.empty()),
            now,
            now,
            new FaceBox(0, 0, 50, 60),
            1280,
            0.1,
            new FaceCrop(new byte[3]),
            List.of());
    desk.take(
        List.of(
            new ProximityAlert(
                UUID.randomUUID(),
                new OrderId("order"),
                new PlaceId("home"),
                sighting,
                new Proximity(10, 2, 5),
                Trend.APPROACHING,
                Severity.DANGER,
                now)));
  }

  private IncidentId incident() {
    return desk.newest(1).getFirst().id();
  }

  private DrillResult result() {
    return drill.result(RULE, Optional.of(KIM)).orElseThrow();
  }

  @Test
  void everythingIsToldOnceUntilItIsClosed() {
    assertFalse(at(0));
    script.started(DOOR, START);
    assertFalse(at(9));
    assertEquals(Optional.empty(), drill.result(RULE, Optional.of(KIM)));
    assertFalse(at(10));
    assertFalse(at(16));
    alert();
    assertFalse(at(18));
    desk.acknowledge(incident(), KIM);
    assertFalse(at(19));
    desk.dispatch(incident(), KIM);
    assertFalse(at(30));
    alert();
    desk.resolve(incident(), KIM, "gone");
    assertTrue(at(31));
    assertEquals(
        List.of(
            "12:00:10     0.0 s  respondent-x comes into view of door",
            "12:00:16     6.0 s  alert: danger",
            "12:00:18     8.0 s  seen by kim",
            "12:00:19     9.0 s  patrol sent by kim",
            "12:00:30    20.0 s  alert again: danger",
            "12:00:30    20.0 s  closed by kim: gone"),
        said);
    assertTrue(result().passed(), result().toString());
  }

  @Test
  void theNextTierIsNamedAndFailsIt() {
    script.started(DOOR, START);
    assertFalse(at(16));
    alert();
    assertFalse(at(46));
    assertEquals(1, desk.escalate());
    assertFalse(at(47));
    desk.acknowledge(incident(), KIM);
    desk.dispatch(incident(), KIM);
    desk.resolve(incident(), KIM, "gone");
    assertTrue(at(48));
    assertTrue(
        said.contains("12:00:46    36.0 s  NOBODY HAS ANSWERED: told now: supervisor"),
        said.toString());
    assertFalse(result().passed());
  }
}
