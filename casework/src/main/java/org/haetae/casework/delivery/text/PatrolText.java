package org.haetae.casework.delivery.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.haetae.casework.delivery.Notice;
import org.haetae.domain.alert.Trend;

/**
 * What a patrol reads, tired and on a small screen: what, where, how near, since when, what to do,
 * one line each and always in this order. It names the order or the case and nobody: mail lies
 * about. A call for help is told in both languages.
 *
 * @param subject one line, the most urgent word first
 * @param body lines of plain text
 */
public record PatrolText(String subject, String body) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'on' d MMMM yyyy, z", Locale.ENGLISH);

  /**
   * @param zone of the reader
   */
  public static PatrolText of(Notice notice, ZoneId zone) {
    return switch (notice) {
      case Notice.Threat threat -> threat(threat, zone);
      case Notice.Sos sos -> sos(sos, zone);
      case Notice.Technical technical -> technical(technical, zone);
      case Notice.Canary canary ->
          new PatrolText(
              "REHEARSAL: nothing has happened",
              lines(
                  "What:  a rehearsal, sent to prove that alarms reach you",
                  "Since: " + time(canary.at(), zone),
                  "Do:    nothing"));
    };
  }

  private static PatrolText threat(Notice.Threat threat, ZoneId zone) {
    String grade = threat.severity().name();
    String near = "about %d m from it".formatted(Math.round(threat.metres()));
    return new PatrolText(
        "%s at %s: %s".formatted(grade, threat.place(), near),
        lines(
            "What:  %s, a person whom an order keeps away was seen".formatted(grade),
            "Where: %s, camera %s".formatted(threat.place(), threat.camera()),
            "Near:  %s, %s".formatted(near, trend(threat.trend())),
            "Since: " + time(threat.seen(), zone),
            "Do:    " + task(threat),
            "Order: %s, says who it is".formatted(threat.order()),
            again(threat)));
  }

  /** Every second counts, so nobody shall need to find their language. */
  private static PatrolText sos(Notice.Sos sos, ZoneId zone) {
    return new PatrolText(
        SosText.subject(sos),
        lines(
            String.join("\n", SosText.lines(sos, Language.ENGLISH, zone)),
            "",
            String.join("\n", SosText.lines(sos, Language.KOREAN, zone))));
  }

  private static String task(Notice.Threat threat) {
    return switch (threat.severity()) {
      case DANGER -> "go there now; then acknowledge it in Haetae";
      case WARNING -> "acknowledge it in Haetae; be ready to go there";
      case NOTICE -> "acknowledge it in Haetae and look at the camera";
    };
  }

  private static String again(Notice.Threat threat) {
    return threat.tier() == 0 ? "" : "Nobody who was told before you has acknowledged it.";
  }

  private static String trend(Trend trend) {
    return switch (trend) {
      case APPROACHING -> "coming nearer";
      case STEADY -> "staying where they are";
      case LEAVING -> "going away";
      case UNKNOWN -> "which way is not known";
    };
  }

  private static PatrolText technical(Notice.Technical technical, ZoneId zone) {
    String code = oneLine(technical.code());
    String parts = oneLine(String.join(", ", technical.parts()));
    return technical.over()
        ? new PatrolText(
            "TECHNICAL, over: " + code,
            lines(
                "What:  over: " + code,
                "Where: " + parts,
                "Since: " + time(technical.at(), zone),
                "Do:    nothing"))
        : new PatrolText(
            "TECHNICAL: " + code,
            lines(
                "What:  a part of Haetae does not do its work: " + code,
                "Where: " + parts,
                "Since: " + time(technical.at(), zone),
                "Do:    tell whoever keeps Haetae running; until then nobody watches there"));
  }

  private static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String lines(String... lines) {
    return String.join("\n", lines).strip() + "\n";
  }
}
