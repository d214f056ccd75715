package org.haetae.app.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Gap;
import org.haetae.casework.cover.GapKind;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.junit.jupiter.api.Test;

/** One line a person. */
class CoverTextTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final CoverLine COVERED = line();
  private static final CoverLine BARE =
      line(
          Gap.of(GapKind.CAMERA_DOWN, "door", NOW.minusSeconds(600)).saying("black"),
          Gap.of(GapKind.ORDER_ENDING, "order-1", NOW.minusSeconds(3 * 86_400))
              .until(NOW.plusSeconds(86_400)));

  private final CoverText text = new CoverText(NOW);

  private static CoverLine line(Gap... gaps) {
    return new CoverLine(
        new ProtectedPersonId("yun"),
        Optional.of(new CaseId("case-1")),
        List.of(gaps),
        Optional.empty());
  }

  @Test
  void whoIsCoveredIsSaidToBe() {
    assertEquals("yun (case-1)                     covered", text.line(COVERED, false));
  }

  @Test
  void whatIsMissingIsSaidWithItsAge() {
    assertEquals(
        "yun (case-1)                     DANGER  camera-down door 10 min, order-ending order-1 3"
            + " d",
        text.line(BARE, false));
  }

  @Test
  void detailsSayWhoseItIsAndWhatToDo() {
    String all = text.line(BARE, true);
    assertEquals(3, all.lines().count());
    assertTrue(all.contains("door for 10 min, black. engineer: bring the camera back"), all);
    assertTrue(all.contains("due 2026-11-27T12:00:00Z. case-officer: apply"), all);
  }

  @Test
  void theSumCountsTheGravestOfEach() {
    assertEquals("2 protected, 1 covered, 1 danger", text.summary(List.of(COVERED, BARE)));
  }

  @Test
  void programsGetOneObjectALine() {
    String json = text.json(BARE);
    assertEquals(1, json.lines().count());
    assertTrue(json.contains("\"kind\":\"camera-down\""), json);
  }
}
