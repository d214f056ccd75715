package org.haetae.casework.delivery.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.Test;

class ProtectedPersonTextTest {
  private final ProtectedPersonText text = new ProtectedPersonText("112");

  @Test
  void saysWhichPlaceAndWhatToDo() {
    assertEquals(
        "Haetae: DANGER. The person who must stay away is at this place: home. If you are there,"
            + " lock the door, do not open it, and call 112 now. If not, stay away from it and go"
            + " where people are.",
        text.of(SampleNotices.threat(), Language.ENGLISH));
    assertEquals(
        "[해태] 위험! 접근이 금지된 사람이 다음 장소에 와 있습니다: home. 그곳에 계시면 문을 잠그고 열어 주지 말고 지금 바로 112에 신고하세요. 밖에 계시면"
            + " 그곳에 가지 말고 사람이 많은 곳으로 가세요.",
        text.of(SampleNotices.threat(), Language.KOREAN));
  }

  @Test
  void eachGradeReadsDifferentlyAndIsShort() {
    for (Language language : Language.values()) {
      Set<String> texts = new HashSet<>();
      for (Severity severity : Severity.values()) {
        String said = text.of(SampleNotices.threat(severity), language);
        assertTrue(said.length() <= 300, said);
        assertTrue(texts.add(said));
      }
      assertEquals(3, texts.size());
    }
  }

  /** Two alerts that differ in all that is the respondent's read the same. */
  @Test
  void nothingOfTheRespondentChangesAWord() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Severity severity = any(random, Severity.values());
      Notice.Threat one = threat(random, severity);
      Notice.Threat other = threat(random, severity);
      for (Language language : Language.values()) {
        String said = text.of(one, language);
        assertEquals(said, text.of(other, language));
        for (String secret :
            List.of(one.respondent().value(), one.order().value(), one.camera().value())) {
          assertFalse(said.contains(secret), said);
        }
        assertTrue(said.replace("112", "").chars().noneMatch(Character::isDigit), said);
      }
    }
  }

  private static Notice.Threat threat(Random random, Severity severity) {
    Instant at = Instant.ofEpochSecond(random.nextInt());
    return new Notice.Threat(
        new UUID(random.nextLong(), random.nextLong()),
        at,
        new UUID(random.nextLong(), random.nextLong()),
        new UUID(random.nextLong(), random.nextLong()),
        random.nextInt(3),
        severity,
        new OrderId("order-" + random.nextInt(1_000_000)),
        new RespondentId("respondent-" + random.nextInt(1_000_000)),
        new PlaceId("home"),
        new CameraId("camera-" + random.nextInt(1_000_000)),
        random.nextDouble() * 3000,
        any(random, Trend.values()),
        at.minusMillis(random.nextInt(5000)),
        at);
  }

  private static <T> T any(Random random, T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }
}
