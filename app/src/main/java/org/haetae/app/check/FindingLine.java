package org.haetae.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.haetae.app.check.Finding.Reached;
import org.haetae.app.check.Finding.Unreachable;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.fit.FitReport;
import org.haetae.pipeline.fit.FitVerdict;
import org.haetae.pipeline.health.HealthReport;

/** A finding as one line: the camera, the verdict, and what it rests on. */
public record FindingLine(FitNeeds needs) {

  public String of(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%-14s %-16s %s",
        finding.camera(),
        verdict(finding),
        switch (finding) {
          case Unreachable(var _, String reason) -> reason;
          case Reached reached -> String.join("; ", details(reached));
        });
  }

  private static String verdict(Finding finding) {
    return switch (finding) {
      case Unreachable _ -> "NOT REACHABLE";
      case Reached reached when reached.isBlind() -> "CAN'T RECOGNISE";
      case Reached reached ->
          switch (reached.fit().verdict()) {
            case FitVerdict.CannotRecognise _ -> "CAN'T RECOGNISE";
            case FitVerdict.TooFew _ -> "can't tell yet";
            case FitVerdict.Fits _ -> "can recognise";
          };
    };
  }

  private List<String> details(Reached reached) {
    List<String> details = new ArrayList<>();
    details.add(stream(reached));
    reached.clockAhead().map(FindingLine::clock).ifPresent(details::add);
    details.add(health(reached.health()));
    details.add(faces(reached.fit()));
    details.add(
        String.format(
            Locale.ROOT,
            "lens %.0f px/m at %.0f m (needed %.0f)",
            reached.fit().byLens(),
            needs.distance(),
            needs.pixelsPerMetre()));
    return details;
  }

  private static String health(HealthReport health) {
    return switch (health.state()) {
      case LIVE -> "picture fine";
      // The stream's own words name both sizes already.
      case WRONG_RESOLUTION -> health.state().words();
      default -> "%s: %s".formatted(health.state().words(), health.reason());
    };
  }

  private static String stream(Reached reached) {
    String size = reached.stream().width() + "x" + reached.stream().height();
    Optional<String> wanted = reached.wanted().map(Object::toString);
    return reached.stream().codec()
        + " "
        + size
        + wanted.map(w -> w.equals(size) ? " as configured" : " instead of " + w).orElse("")
        + (reached.looks().toString().equals(size) ? "" : ", faces at " + reached.looks())
        + number(reached.picturesPerSecond(), ", %.1f pictures/s", ", too few pictures to count")
        + number(reached.keyFrameSeconds(), ", key frame every %.1f s", ", one key frame only");
  }

  private static String number(double value, String known, String unknown) {
    return Double.isNaN(value) ? unknown : String.format(Locale.ROOT, known, value);
  }

  private static String clock(Duration ahead) {
    return String.format(
        Locale.ROOT,
        "clock %.1f s %s",
        ahead.abs().toNanos() / 1e9,
        ahead.isNegative() ? "behind" : "ahead");
  }

  private String faces(FitReport fit) {
    String faces =
        switch ((int) Math.min(2, fit.tracks())) {
          case 0 -> "no face seen";
          case 1 -> String.format(Locale.ROOT, "1 face of %.0f px", fit.best());
          default ->
              String.format(
                  Locale.ROOT,
                  "%d faces, median %.0f px, best %.0f px",
                  fit.tracks(),
                  fit.median(),
                  fit.best());
        };
    return faces + String.format(Locale.ROOT, " (needed %.0f)", needs.facePixels());
  }
}
