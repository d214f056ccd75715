package org.haetae.app.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haetae.sim.footage.ClipTruth.Approach;

/**
 * The approaches that the clips' endless loops show, held against the alerts. Only those count
 * during which the camera was live all the time. One thread.
 */
final class Approaches {
  /** Tracks may begin a little before the script's first frame, and alerts come a little later. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  private final List<Loop> loops = new ArrayList<>();
  private final List<Seen> alerts = new ArrayList<>();
  private final List<Away> aways = new ArrayList<>();

  /** A clip with an approach, again and again from {@code start} on. */
  private record Loop(String camera, Approach approach, Instant start, Duration turn) {}

  private record Seen(String camera, String respondent, Instant at) {}

  private record Away(String camera, Instant from, Instant until) {}

  /** What came of it. */
  record Verdict(int alerted, List<String> missed, List<String> wrong) {}

  void add(String camera, Approach approach, Instant start, Duration turn) {
    loops.add(new Loop(camera, approach, start, turn));
  }

  void alerted(String camera, String respondent, Instant at) {
    alerts.add(new Seen(camera, respondent, at));
  }

  /** A camera had trouble, or was not back from it yet. */
  void away(String camera, Instant from, Instant until) {
    aways.add(new Away(camera, from, until));
  }

  /**
   * Judges the approaches between two moments.
   *
   * @param switched whom other clips show that a trouble may put on any camera's air
   */
  Verdict verdict(Instant from, Instant until, List<String> switched) {
    int alerted = 0;
    List<String> missed = new ArrayList<>();
    for (Loop loop : loops) {
      long turns = Duration.between(loop.start(), until).dividedBy(loop.turn());
      for (long turn = 0; turn <= turns; turn++) {
        Instant begins = loop.start().plus(loop.turn().multipliedBy(turn));
        Instant comes = after(begins, loop.approach().from()).minus(SLACK);
        Instant leaves = after(begins, loop.approach().to()).plus(SLACK);
        if (comes.isBefore(from)
            || leaves.isAfter(until)
            || wasAway(loop.camera(), comes, leaves)) {
          continue;
        }
        if (alerts.stream().anyMatch(alert -> fits(alert, loop, comes, leaves))) {
          alerted++;
        } else {
          missed.add(
              "%s at %s, coming at %s".formatted(loop.approach().person(), loop.camera(), comes));
        }
      }
    }
    List<String> wrong =
        alerts.stream()
            .filter(alert -> !switched.contains(alert.respondent()))
            .filter(alert -> loops.stream().noneMatch(loop -> isOf(alert, loop)))
            .map(Seen::toString)
            .toList();
    return new Verdict(alerted, missed, wrong);
  }

  private boolean wasAway(String camera, Instant from, Instant until) {
    return aways.stream()
        .anyMatch(
            away ->
                away.camera().equals(camera)
                    && away.from().isBefore(until)
                    && away.until().isAfter(from));
  }

  private static boolean fits(Seen alert, Loop loop, Instant from, Instant until) {
    return isOf(alert, loop) && !alert.at().isBefore(from) && !alert.at().isAfter(until);
  }

  private static boolean isOf(Seen alert, Loop loop) {
    return alert.camera().equals(loop.camera())
        && alert.respondent().equals(loop.approach().person());
  }

  private static Instant after(Instant start, double seconds) {
    return start.plusNanos(Math.round(seconds * 1e9));
  }
}
