package org.haetae.casework.delivery.cap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.text.Language;
import org.haetae.casework.delivery.text.PatrolText;
import org.haetae.casework.delivery.text.SosText;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.geo.GeoPoint;

/**
 * A notice as a CAP 1.2 document; elements stand in the order that the standard's schema demands.
 * Its identifier is the notice's key, so a repetition is the same alert. Where it is about is said
 * by the place's name only: alerts are passed on, and coordinates of a protected place may not be.
 * A call for help says where the watch is: whoever gets it must find the person, who may be
 * anywhere.
 */
final class CapDocument {
  /** CAP 1.2, section 3.3.2: no fractions, no letters for a zone, and UTC is {@code -00:00}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** How far from where it says a watch may be: by day under the sky much less, indoors that. */
  private static final double WATCH_IS_WITHIN_KILOMETRES = 0.1;

  private final CapElements out;
  private final Notice notice;
  private final CapSource source;
  private final CapGrade grade;

  private CapDocument(CapElements out, Notice notice, CapSource source) {
    this.out = out;
    this.notice = notice;
    this.source = source;
    this.grade = CapGrade.of(notice);
  }

  /** In UTF-8. */
  static byte[] of(Notice notice, CapSource source) {
    try {
      CapElements out = new CapElements();
      out.root("alert", new CapDocument(out, notice, source)::alert);
      return out.bytes();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory can't fail", e);
    }
  }

  private void alert() throws XMLStreamException {
    out.text("identifier", notice.key().toString());
    out.text("sender", source.sender());
    out.text("sent", time(notice.at()));
    out.text("status", grade.status());
    out.text("msgType", "Alert");
    out.text("scope", "Restricted");
    out.text("restriction", source.restriction());
    if (notice instanceof Notice.OfIncident told) {
      out.text("incidents", told.incident().toString());
    }
    out.within("info", this::info);
  }

  private void info() throws XMLStreamException {
    out.text("language", "en");
    out.text("category", grade.category());
    out.text("event", event());
    out.text("responseType", grade.responseType());
    out.text("urgency", grade.urgency());
    out.text("severity", grade.severity());
    out.text("certainty", grade.certainty());
    switch (notice) {
      case Notice.Threat threat -> out.text("onset", time(threat.seen()));
      case Notice.Sos sos -> out.text("onset", time(sos.call().pressed()));
      case Notice.Technical _, Notice.Canary _ -> {}
    }
    out.text("senderName", source.senderName());
    PatrolText text = PatrolText.of(notice, ZoneOffset.UTC);
    out.text("headline", text.subject());
    out.text("description", description(text));
    switch (notice) {
      case Notice.Threat threat -> parameters(threat);
      case Notice.Sos sos -> parameters(sos);
      case Notice.Technical technical -> parameter("code", technical.code());
      case Notice.Canary _ -> {}
    }
    out.within("area", this::place);
  }

  /** In the document's one language. */
  private String description(PatrolText text) {
    return notice instanceof Notice.Sos sos
        ? String.join("\n", SosText.lines(sos, Language.ENGLISH, ZoneOffset.UTC))
        : text.body();
  }

  private void place() throws XMLStreamException {
    out.text("areaDesc", area());
    if (notice instanceof Notice.Sos sos && sos.call().position().isPresent()) {
      GeoPoint point = sos.call().position().get().point();
      out.text(
          "circle",
          String.format(
              Locale.ROOT,
              "%.5f,%.5f %.1f",
              point.latitude(),
              point.longitude(),
              WATCH_IS_WITHIN_KILOMETRES));
    }
  }

  private void parameters(Notice.Sos sos) throws XMLStreamException {
    SosCall call = sos.call();
    parameter("case", call.file().value());
    parameter("watch", call.watch().value());
    if (call.battery().isPresent()) {
      parameter("battery", Integer.toString(call.battery().get()));
    }
    if (call.position().isPresent()) {
      parameter("positionAt", call.position().get().at().toString());
    }
    if (call.metres().isPresent()) {
      parameter("metres", String.format(Locale.ROOT, "%.1f", call.metres().get()));
    }
    parameter("tier", Integer.toString(sos.tier()));
  }

  private void parameters(Notice.Threat threat) throws XMLStreamException {
    parameter("order", threat.order().value());
    parameter("camera", threat.camera().value());
    parameter("metres", String.format(Locale.ROOT, "%.1f", threat.metres()));
    parameter("trend", threat.trend().name().toLowerCase(Locale.ROOT));
    parameter("tier", Integer.toString(threat.tier()));
  }

  private void parameter(String name, String value) throws XMLStreamException {
    out.within(
        "parameter",
        () -> {
          out.text("valueName", "haetae:" + name);
          out.text("value", value);
        });
  }

  private String event() {
    return switch (notice) {
      case Notice.Threat _ -> "Person under a protection order near a protected place";
      case Notice.Sos _ -> "Protected person calls for help";
      case Notice.Technical _ -> "Technical alarm of the alerting system";
      case Notice.Canary _ -> "Rehearsal";
    };
  }

  private String area() {
    return switch (notice) {
      case Notice.Threat threat -> threat.place().value();
      case Notice.Sos sos when !sos.call().places().isEmpty() ->
          (sos.call().metres().isPresent() ? "near " : "perhaps at ")
              + sos.call().places().getFirst().value();
      case Notice.Sos _ -> "where the watch is";
      case Notice.Technical technical when !technical.parts().isEmpty() ->
          String.join(", ", technical.parts());
      case Notice.Technical _ -> "the alerting system";
      case Notice.Canary _ -> "nowhere";
    };
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
