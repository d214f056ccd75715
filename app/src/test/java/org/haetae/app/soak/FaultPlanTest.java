package org.haetae.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haetae.sim.camera.FaultForm;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final List<String> CAMERAS = List.of("a", "b", "c", "d", "e", "f");
  private static final Set<String> WITH_FILE = Set.of("b", "e");

  private static FaultPlan plan(int minutes, long seed) {
    return FaultPlan.of(
        CAMERAS, WITH_FILE, new TroubleDeck(Path.of("clips")), Duration.ofMinutes(minutes), seed);
  }

  @Test
  void fiveMinutesHoldEveryKindWhateverTheSeed() {
    Set<String> wanted = new HashSet<>(FaultForm.kinds());
    wanted.add(new Trouble.WrongFile().kind());
    for (long seed = 0; seed < 500; seed++) {
      Set<String> kinds = new HashSet<>();
      plan(5, seed).troubles().forEach(planned -> kinds.add(planned.trouble().kind()));
      assertEquals(wanted, kinds, "seed " + seed);
    }
  }

  @Test
  void theSameSeedMakesTheSamePlan() {
    assertEquals(plan(7, 3), plan(7, 3));
  }

  @Test
  void camerasHaveTimeToComeBackAndNothingIsWrongInAQuietTime() {
    for (long seed = 0; seed < 100; seed++) {
      FaultPlan plan = plan(12, seed);
      assertEquals(3, plan.quiets().size());
      Map<String, Duration> free = new HashMap<>();
      for (PlannedTrouble planned : plan.troubles()) {
        String where = "seed " + seed + " " + planned;
        Duration before = free.getOrDefault(planned.camera(), Duration.ZERO);
        assertTrue(planned.from().compareTo(before) >= 0, where);
        assertTrue(planned.length().toSeconds() >= 2 && planned.length().toSeconds() <= 30, where);
        free.put(planned.camera(), planned.end().plus(FaultPlan.SHORTEST_GAP));
        for (FaultPlan.Quiet quiet : plan.quiets()) {
          assertTrue(
              planned.end().compareTo(quiet.from()) <= 0
                  || planned.from().compareTo(quiet.until()) >= 0,
              where);
        }
      }
    }
  }

  @Test
  void onlyCamerasWithAPasswordFileLoseIt() {
    plan(30, 11).troubles().stream()
        .filter(planned -> planned.trouble() instanceof Trouble.WrongFile)
        .forEach(planned -> assertTrue(WITH_FILE.contains(planned.camera()), planned.toString()));
  }
}
