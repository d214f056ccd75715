package org.haetae.casework.delivery.text;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.PlaceId;

/**
 * A call for help as a patrol reads it, in each language by itself. It names the case, not the
 * person. The position is in numbers: a link to a map would tell the map's owner.
 */
public final class SosText {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("HH:mm:ss 'on' d MMMM yyyy, z", Locale.ENGLISH);
  private static final DateTimeFormatter KOREAN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

  private SosText() {}

  /** One line that says it all. */
  public static String subject(Notice.Sos sos) {
    String near = nearest(sos.call()).map(place -> " near " + place).orElse("");
    return "SOS%s: a protected person calls for help (구조 요청)".formatted(near);
  }

  /**
   * Lines of plain text.
   *
   * @param zone of the reader
   */
  public static List<String> lines(Notice.Sos sos, Language language, ZoneId zone) {
    return switch (language) {
      case ENGLISH -> english(sos, zone);
      case KOREAN -> korean(sos, zone);
    };
  }

  private static List<String> english(Notice.Sos sos, ZoneId zone) {
    SosCall call = sos.call();
    List<String> lines = new ArrayList<>();
    lines.add("What:  SOS, a protected person has called for help by their watch");
    if (call.position().isPresent()) {
      Fix fix = call.position().get();
      String near =
          call.metres()
              .map(metres -> ", about %d m from %s".formatted(Math.round(metres), first(call)))
              .orElse("");
      lines.add("Where: " + point(fix) + near);
      lines.add("Fix:   measured %s before the call".formatted(english(fix.age(call.pressed()))));
    } else {
      lines.add("Where: the watch does not say; look at " + places(call, "any protected place"));
    }
    lines.add("Since: " + ENGLISH.format(call.pressed().atZone(zone)));
    lines.add("Watch: " + call.watch() + battery(call, ", battery %d %%") + byTheBooks(call));
    lines.add("Do:    go there now; then acknowledge it in Haetae");
    lines.add("Case:  %s, says who it is".formatted(call.file()));
    if (sos.tier() > 0) {
      lines.add("Nobody who was told before you has acknowledged it.");
    }
    return lines;
  }

  private static String byTheBooks(SosCall call) {
    return switch (call.state()) {
      case ISSUED -> "";
      case RESERVED -> ", not handed over by the books: it may be the test call";
      case LOST -> ", lost by the books: somebody else may have it";
      case IN_STOCK, REPAIR, RETIRED -> ", given back by the books: somebody else may have it";
    };
  }

  private static List<String> korean(Notice.Sos sos, ZoneId zone) {
    SosCall call = sos.call();
    List<String> lines = new ArrayList<>();
    lines.add("무엇: SOS, 보호 대상자가 스마트워치로 구조를 요청했습니다");
    if (call.position().isPresent()) {
      Fix fix = call.position().get();
      String near =
          call.metres()
              .map(metres -> ", %s에서 약 %d m".formatted(first(call), Math.round(metres)))
              .orElse("");
      lines.add("어디: " + point(fix) + near);
      lines.add("위치: 요청 %s 전에 측정".formatted(korean(fix.age(call.pressed()))));
    } else {
      lines.add("어디: 위치 정보 없음. 확인할 곳: " + places(call, "모든 보호 장소"));
    }
    lines.add("언제: " + KOREAN.format(call.pressed().atZone(zone)));
    String held = call.state() == WatchState.ISSUED ? "" : ", 장부상 지급 중이 아님: 다른 사람이 가지고 있을 수 있음";
    lines.add("기기: " + call.watch() + battery(call, ", 배터리 %d %%") + held);
    lines.add("할 일: 지금 바로 출동하고, 해태에서 확인 처리하세요");
    lines.add("사건: " + call.file());
    if (sos.tier() > 0) {
      lines.add("먼저 통보받은 사람이 아직 확인하지 않았습니다.");
    }
    return lines;
  }

  private static Optional<PlaceId> nearest(SosCall call) {
    return call.metres().isPresent() ? call.places().stream().findFirst() : Optional.empty();
  }

  private static PlaceId first(SosCall call) {
    return call.places().getFirst();
  }

  private static String places(SosCall call, String otherwise) {
    return call.places().isEmpty()
        ? otherwise
        : call.places().stream().map(PlaceId::value).collect(Collectors.joining(", "));
  }

  private static String battery(SosCall call, String words) {
    return call.battery().map(words::formatted).orElse("");
  }

  private static String point(Fix fix) {
    return String.format(
        Locale.ROOT, "%.5f, %.5f", fix.point().latitude(), fix.point().longitude());
  }

  private static String english(Duration age) {
    return age.toMinutes() < 2
        ? age.toSeconds() + " s"
        : age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h";
  }

  private static String korean(Duration age) {
    return age.toMinutes() < 2
        ? age.toSeconds() + "초"
        : age.toHours() < 2 ? age.toMinutes() + "분" : age.toHours() + "시간";
  }
}
