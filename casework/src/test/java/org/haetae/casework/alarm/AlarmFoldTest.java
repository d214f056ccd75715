package org.haetae.casework.alarm;

import static org.haetae.casework.alarm.AlarmCode.CAMERA_BLIND;
import static org.haetae.casework.alarm.AlarmCode.CHANNEL_FAILING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmFoldTest {
  private final AlarmFold fold = new AlarmFold();
  private Instant now = Instant.parse("2026-03-01T02:00:00Z");

  private List<Alarm> after(double seconds) {
    now = now.plusMillis(Math.round(seconds * 1e3));
    List<Alarm> due = fold.due(now);
    due.forEach(alarm -> fold.told(alarm, now));
    return due;
  }

  @Test
  void fiveHundredCamerasAreOneAlarmWithAList() {
    for (int i = 0; i < 500; i++) {
      fold.raise(CAMERA_BLIND, "camera-%03d".formatted(i), "no picture", now);
    }
    assertEquals(List.of(), after(1.9));
    List<Alarm> told = after(0.1);
    assertEquals(1, told.size());
    assertEquals(500, told.getFirst().parts().size());
    assertEquals("camera-000: no picture", told.getFirst().parts().getFirst());
    assertEquals(List.of(), after(3600));
  }

  @Test
  void whatComesLaterIsToldWithTheRestAfterThePause() {
    fold.raise(CAMERA_BLIND, "door", "", now);
    assertEquals(List.of("door"), after(2).getFirst().parts());
    fold.raise(CAMERA_BLIND, "gate", "frozen", now);
    assertEquals(List.of(), after(29.9));
    assertEquals(List.of("door", "gate: frozen"), after(0.1).getFirst().parts());
  }

  @Test
  void retainedPartsStayAndTheOthersAreOver() {
    fold.retain(CAMERA_BLIND, Set.of("door"), now);
    fold.raise(CAMERA_BLIND, "door", "", now);
    fold.raise(CAMERA_BLIND, "gate", "frozen", now);
    after(2);
    fold.retain(CAMERA_BLIND, Set.of("door", "street"), now);
    assertEquals(List.of("door"), after(30).getFirst().parts());
    fold.retain(CAMERA_BLIND, Set.of("door"), now);
    assertEquals(List.of(), after(3600));
    fold.retain(CAMERA_BLIND, Set.of(), now);
    assertTrue(after(30).getFirst().over());
  }

  @Test
  void theEndNamesWhatWasTold() {
    fold.raise(CAMERA_BLIND, "door", "", now);
    var _ = after(2);
    fold.clear(CAMERA_BLIND, "door", now);
    assertEquals(List.of(new Alarm(CAMERA_BLIND, List.of("door"), true)), after(30));
    assertEquals(List.of(), after(3600));
  }

  @Test
  void whatEndsBeforeItWasToldIsNotTold() {
    fold.raise(CAMERA_BLIND, "door", "", now);
    fold.clear(CAMERA_BLIND, "door", now.plusSeconds(1));
    assertEquals(List.of(), after(3600));
  }

  @Test
  void aFlutterIsToldWhereItIsCaught() {
    for (int i = 0; i < 3; i++) {
      fold.raise(CAMERA_BLIND, "door", "", now);
      fold.clear(CAMERA_BLIND, "door", now.plusMillis(400));
      now = now.plusMillis(800);
    }
    fold.raise(CAMERA_BLIND, "door", "", now);
    assertEquals(List.of("door"), after(0).getFirst().parts());
    assertEquals(1, fold.open().size());
  }

  @Test
  void codesDoNotWaitForEachOther() {
    fold.raise(CAMERA_BLIND, "door", "", now);
    var _ = after(2);
    fold.raise(CHANNEL_FAILING, "station", "", now);
    assertEquals(CHANNEL_FAILING, after(2).getFirst().code());
  }

  @Test
  void whatCouldNotBeToldStaysDue() {
    fold.raise(CAMERA_BLIND, "door", "", now);
    now = now.plusSeconds(2);
    assertEquals(fold.due(now), fold.due(now.plusSeconds(100)));
    assertFalse(fold.due(now).isEmpty());
  }

  @Test
  void whateverComesNoticesAreFewAndTheLastOneIsTrue() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Set<String> open = new HashSet<>();
    List<Alarm> told = new ArrayList<>();
    Instant begin = now;
    for (int i = 0; i < 100_000; i++) {
      String part = "camera-" + random.nextInt(100);
      if (random.nextBoolean()) {
        fold.raise(CAMERA_BLIND, part, "", now);
        open.add(part);
      } else {
        fold.clear(CAMERA_BLIND, part, now);
        open.remove(part);
      }
      told.addAll(after(random.nextDouble() / 500));
    }
    long most = 2 + Duration.between(begin, now).dividedBy(AlarmFold.SPACING);
    assertTrue(told.size() <= most, told.size() + " notices, seed " + seed);
    told.addAll(after(60));
    told.addAll(after(60));
    Alarm last = told.getLast();
    assertEquals(open, last.over() ? Set.of() : new HashSet<>(last.parts()), "seed " + seed);
  }
}
