package org.haetae.casework.delivery.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.ReleaseMessage;

/**
 * A release in words that a frightened person understands at once, without a name: the message may
 * be seen by others. Languages other than Korean are answered in English.
 *
 * @param number to call when in danger
 * @param zone by whose clocks times are said
 */
public record ReleaseText(String number, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public String of(ReleaseMessage message) {
    String time = TIME.format(message.effective().atZone(zone));
    return switch (Language.of(message.language())) {
      case KOREAN ->
          "[피해자 보호] %s (%s). 확인 번호 %s를 알려 주세요. 위험하면 %s."
              .formatted(korean(message.kind()), time, message.code(), number);
      case ENGLISH ->
          "[Victim protection] %s (%s). Please give back the code %s. In danger call %s."
              .formatted(english(message.kind()), time, message.code(), number);
    };
  }

  private static String korean(CustodyKind kind) {
    return switch (kind) {
      case RELEASE_PLANNED -> "상대방의 석방이 예정되어 있습니다";
      case RELEASED -> "상대방이 석방되었습니다";
      case TEMPORARY_LEAVE -> "상대방이 일시 귀휴로 나옵니다";
      case ESCAPED -> "상대방이 도주했습니다";
      case TRANSFERRED -> "상대방이 다른 시설로 옮겨졌습니다";
      case DETENTION_REFUSED -> "상대방의 구속영장이 기각되었습니다";
    };
  }

  private static String english(CustodyKind kind) {
    return switch (kind) {
      case RELEASE_PLANNED -> "The other person will be released";
      case RELEASED -> "The other person has been released";
      case TEMPORARY_LEAVE -> "The other person gets temporary leave";
      case ESCAPED -> "The other person has escaped";
      case TRANSFERRED -> "The other person was moved to another prison";
      case DETENTION_REFUSED -> "The court did not keep the other person in custody";
    };
  }
}
