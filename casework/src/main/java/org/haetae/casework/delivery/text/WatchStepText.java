package org.haetae.casework.delivery.text;

import java.util.Locale;
import org.haetae.casework.watch.RequestStep;

/**
 * How a request for a watch stands, in words without a name or a place: the message may be seen by
 * others. Languages other than Korean are answered in English.
 *
 * @param number to call when in danger
 */
public record WatchStepText(String number) {

  public String of(RequestStep step, Locale language) {
    return switch (Language.of(language)) {
      case KOREAN -> "[피해자 보호] %s 위험하면 %s.".formatted(korean(step), number);
      case ENGLISH -> "[Victim protection] %s In danger call %s.".formatted(english(step), number);
    };
  }

  private static String korean(RequestStep step) {
    return switch (step) {
      case RECEIVED -> "스마트워치 신청이 접수되었습니다.";
      case PROMISED -> "스마트워치가 배정되었습니다. 담당 경찰관이 지급 일정을 알려 드립니다.";
      case PROMISE_LOST -> "배정되었던 스마트워치를 드릴 수 없게 되어 다른 것을 찾고 있습니다.";
      case HANDED -> "스마트워치가 지급되었습니다. 늘 차고 충전해 주세요.";
      case CLOSED -> "스마트워치 신청이 종료되었습니다. 담당 경찰관이 이유를 알려 드립니다.";
    };
  }

  private static String english(RequestStep step) {
    return switch (step) {
      case RECEIVED -> "Your request for a smartwatch has come in.";
      case PROMISED -> "A smartwatch is kept for you. Your officer will tell you when you get it.";
      case PROMISE_LOST -> "The smartwatch kept for you is not to be had; another is being found.";
      case HANDED -> "The smartwatch was handed over. Please wear and charge it always.";
      case CLOSED -> "Your request for a smartwatch has ended. Your officer will tell you why.";
    };
  }
}
