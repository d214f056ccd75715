package org.haetae.casework.delivery.text;

import org.haetae.casework.delivery.Notice;

/**
 * What the protected person is told: which of their places it is about and what to do. Nothing
 * about the respondent is in it, neither who nor where nor how far: the text may be read over a
 * shoulder, and nobody shall walk up to look. It promises no patrol, because none may be on its way
 * yet.
 *
 * @param emergencyNumber of the police, 112 in Korea
 */
public record ProtectedPersonText(String emergencyNumber) {
  public String of(Notice.Threat threat, Language language) {
    String place = threat.place().value();
    return switch (language) {
      case ENGLISH -> english(threat, place);
      case KOREAN -> korean(threat, place);
    };
  }

  private String english(Notice.Threat threat, String place) {
    return switch (threat.severity()) {
      case NOTICE ->
          ("Haetae: the person who must stay away may be near this place: %s. Keep the door locked"
                  + " and your phone with you. If you see them, call %s.")
              .formatted(place, emergencyNumber);
      case WARNING ->
          ("Haetae: the person who must stay away is near this place: %s. If you are there, stay"
                  + " inside and lock the door. If not, do not go there. If you feel unsafe, call"
                  + " %s.")
              .formatted(place, emergencyNumber);
      case DANGER ->
          ("Haetae: DANGER. The person who must stay away is at this place: %s. If you are there,"
                  + " lock the door, do not open it, and call %s now. If not, stay away from it and"
                  + " go where people are.")
              .formatted(place, emergencyNumber);
    };
  }

  private String korean(Notice.Threat threat, String place) {
    return switch (threat.severity()) {
      case NOTICE ->
          "[해태] 접근이 금지된 사람이 다음 장소 근처에 있을 수 있습니다: %s. 문을 잠그고 휴대전화를 가지고 계세요. 그 사람이 보이면 %s에 신고하세요."
              .formatted(place, emergencyNumber);
      case WARNING ->
          "[해태] 접근이 금지된 사람이 다음 장소 근처에 있습니다: %s. 그곳에 계시면 나가지 말고 문을 잠그세요. 밖에 계시면 그곳으로 가지 마세요. 불안하면 %s에 신고하세요."
              .formatted(place, emergencyNumber);
      case DANGER ->
          "[해태] 위험! 접근이 금지된 사람이 다음 장소에 와 있습니다: %s. 그곳에 계시면 문을 잠그고 열어 주지 말고 지금 바로 %s에 신고하세요. 밖에 계시면 그곳에 가지 말고 사람이 많은 곳으로 가세요."
              .formatted(place, emergencyNumber);
    };
  }
}
