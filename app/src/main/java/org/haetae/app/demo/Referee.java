package org.haetae.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.ClipTruth.Approach;

/**
 * Holds the alerts of a demo against its script: every approach must be alerted within a second of
 * the face being 48 pixels high, and nobody else at all. Safe for many threads.
 */
public final class Referee {
  private static final Duration IN_TIME = Duration.ofSeconds(1);

  /** Tracks begin a little before the script's first frame of a person counts as seen. */
  private static final Duration SLACK = Duration.ofMillis(500);

  private final Map<String, ClipTruth> truths = new HashMap<>();
  private final Map<String, List<Instant>> starts = new HashMap<>();
  private final List<ProximityAlert> alerts = new ArrayList<>();

  public Referee(List<ClipTruth> truths) {
    truths.forEach(truth -> this.truths.put(truth.camera(), truth));
  }

  /** A camera's clip begins. */
  public synchronized void started(CameraId camera, Instant start) {
    starts.computeIfAbsent(camera.value(), key -> new ArrayList<>()).add(start);
  }

  /** An alert was raised. */
  public synchronized void alerted(ProximityAlert alert) {
    alerts.add(alert);
  }

  /**
   * What came of the demo until {@code now}; approaches whose time is not over yet don't count.
   *
   * @param lookedFor whether a respondent's order is still in force: nobody is missed whose order
   *     somebody has ended on the page
   */
  public synchronized Verdict verdict(Instant now, Predicate<RespondentId> lookedFor) {
    List<Verdict.Found> found = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    starts.forEach(
        (camera, runs) -> {
          ClipTruth truth = truths.get(camera);
          if (truth != null) {
            runs.forEach(start -> judge(camera, truth, start, now, lookedFor, found, missed));
          }
        });
    List<String> falseAlerts = new ArrayList<>();
    for (ProximityAlert alert : alerts) {
      if (!isScripted(alert)) {
        falseAlerts.add(
            "%s at %s".formatted(alert.sighting().respondent(), alert.sighting().camera()));
      }
    }
    return new Verdict(List.copyOf(found), List.copyOf(missed), List.copyOf(falseAlerts));
  }

  private void judge(
      String camera,
      ClipTruth truth,
      Instant start,
      Instant now,
      Predicate<RespondentId> lookedFor,
      List<Verdict.Found> found,
      List<String> missed) {
    for (Approach approach : truth.approaches()) {
      Instant near = after(start, approach.faceFirst48px());
      if (!approach.alertExpected() || near.plus(IN_TIME).plus(SLACK).isAfter(now)) {
        continue;
      }
      Optional<ProximityAlert> alert = alertOf(camera, approach, start);
      String who = "%s at %s".formatted(approach.person(), camera);
      if (alert.isEmpty()) {
        if (lookedFor.test(new RespondentId(approach.person()))) {
          missed.add(who);
        }
      } else {
        Duration late = Duration.between(near, alert.get().decided());
        found.add(new Verdict.Found(who, late.toNanos() / 1e9, late.compareTo(IN_TIME) <= 0));
      }
    }
  }

  private Optional<ProximityAlert> alertOf(String camera, Approach approach, Instant start) {
    return alerts.stream()
        .filter(alert -> fits(alert, camera, approach, start))
        .min((a, b) -> a.decided().compareTo(b.decided()));
  }

  private boolean isScripted(ProximityAlert alert) {
    String camera = alert.sighting().camera().value();
    ClipTruth truth = truths.get(camera);
    return truth != null
        && starts.getOrDefault(camera, List.of()).stream()
            .anyMatch(
                start ->
                    truth.approaches().stream()
                        .anyMatch(
                            approach ->
                                approach.alertExpected() && fits(alert, camera, approach, start)));
  }

  private static boolean fits(
      ProximityAlert alert, String camera, Approach approach, Instant start) {
    Instant seen = alert.sighting().lastSeen();
    return alert.sighting().camera().value().equals(camera)
        && alert.sighting().respondent().value().equals(approach.person())
        && !seen.isBefore(after(start, approach.from()).minus(SLACK))
        && !seen.isAfter(after(start, approach.to()).plus(SLACK));
  }

  private static Instant after(Instant start, double seconds) {
    return start.plusNanos(Math.round(seconds * 1e9));
  }
}
