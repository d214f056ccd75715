package org.haetae.casework.delivery.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.junit.jupiter.api.Test;

class PatrolTextTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @Test
  void aThreatIsReadFromTopToBottom() {
    PatrolText text = PatrolText.of(SampleNotices.threat(), SEOUL);
    assertEquals("DANGER at home: about 12 m from it", text.subject());
    assertEquals(
        """
        What:  DANGER, a person whom an order keeps away was seen
        Where: home, camera home-door
        Near:  about 12 m from it, coming nearer
        Since: 10:59:59 on 1 March 2026, KST
        Do:    go there now; then acknowledge it in Haetae
        Order: order-17, says who it is
        """,
        text.body());
    assertFalse(text.body().contains("respondent-han"));
  }

  @Test
  void aRehearsalSaysSoFirstAndATechnicalAlarmIsNoThreat() {
    assertTrue(PatrolText.of(SampleNotices.canary(), SEOUL).subject().startsWith("REHEARSAL"));
    assertTrue(
        PatrolText.of(SampleNotices.technical(false), SEOUL).subject().startsWith("TECHNICAL:"));
    assertTrue(
        PatrolText.of(SampleNotices.technical(true), SEOUL)
            .subject()
            .startsWith("TECHNICAL, over:"));
  }

  @Test
  void aLineBreakInACodeOpensNoLine() {
    Notice odd =
        new Notice.Technical(
            new UUID(1, 1), Instant.EPOCH, "a\r\nBcc: b", List.of("c\nDo: rest"), false);
    PatrolText text = PatrolText.of(odd, SEOUL);
    assertEquals("TECHNICAL: a Bcc: b", text.subject());
    assertEquals(4, text.body().lines().count());
  }
}
