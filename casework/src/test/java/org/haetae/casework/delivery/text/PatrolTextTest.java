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
  void aCallForHelpIsReadInBothLanguages() {
    PatrolText text = PatrolText.of(SampleNotices.sos(), SEOUL);
    assertEquals("SOS near home: a protected person calls for help (구조 요청)", text.subject());
    assertEquals(
        """
        What:  SOS, a protected person has called for help by their watch
        Where: 37.56650, 126.97800, about 120 m from home
        Fix:   measured 45 s before the call
        Since: 10:59:58 on 1 March 2026, KST
        Watch: W-17, battery 64 %
        Do:    go there now; then acknowledge it in Haetae
        Case:  case-9, says who it is

        무엇: SOS, 보호 대상자가 스마트워치로 구조를 요청했습니다
        어디: 37.56650, 126.97800, home에서 약 120 m
        위치: 요청 45초 전에 측정
        언제: 2026-03-01 10:59:58 KST
        기기: W-17, 배터리 64 %
        할 일: 지금 바로 출동하고, 해태에서 확인 처리하세요
        사건: case-9
        """,
        text.body());
  }

  @Test
  void aCallOfALostWatchSaysThatSomebodyElseMayHaveIt() {
    PatrolText text = PatrolText.of(SampleNotices.bareSos(), SEOUL);
    assertTrue(text.body().contains("does not say; look at any protected place"), text.body());
    assertTrue(text.body().contains("W-17, lost by the books: somebody else may have it"));
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
