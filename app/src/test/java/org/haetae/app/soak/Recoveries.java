package org.haetae.app.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long each camera took to give new frames when its trouble was over: a frame that was handed
 * on after the end and captured after it. One thread.
 */
final class Recoveries {
  /** The promise. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  private final Map<String, Waiting> waiting = new HashMap<>();
  private final Map<String, Row> rows = new TreeMap<>();
  private final List<String> late = new ArrayList<>();

  private record Waiting(Trouble trouble, Instant since, double captured) {}

  /** One kind's cases. */
  private record Row(int cases, double sum, double worst, String worstCamera) {}

  /** A camera's trouble is over, and so many frames had come until then. */
  void ended(String camera, Trouble trouble, Instant at, Scrape then) {
    waiting.put(camera, new Waiting(trouble, at, then.captured(camera)));
  }

  /** The next trouble begins: whoever has not come back until now is late for good. */
  void begins(String camera, Instant at) {
    Waiting unfinished = waiting.remove(camera);
    if (unfinished != null) {
      note(camera, unfinished, Duration.between(unfinished.since(), at), "never within");
    }
  }

  /**
   * Looks for cameras that came back.
   *
   * @return their names
   */
  List<String> look(Scrape scrape, Instant at) {
    List<String> back = new ArrayList<>();
    waiting.forEach(
        (camera, entry) -> {
          Duration since = Duration.between(entry.since(), at);
          boolean fresh = scrape.age(camera) <= since.toNanos() / 1e9;
          if (fresh && scrape.captured(camera) > entry.captured()) {
            note(camera, entry, since, "after");
            back.add(camera);
          }
        });
    back.forEach(waiting::remove);
    return back;
  }

  private void note(String camera, Waiting entry, Duration delay, String how) {
    double seconds = delay.toNanos() / 1e9;
    rows.merge(
        entry.trouble().kind(),
        new Row(1, seconds, seconds, camera),
        (old, one) ->
            new Row(
                old.cases() + 1,
                old.sum() + seconds,
                Math.max(old.worst(), seconds),
                old.worst() >= seconds ? old.worstCamera() : camera));
    if (delay.compareTo(LIMIT) > 0) {
      late.add("%s, %s: %s %.1f s".formatted(camera, entry.trouble(), how, seconds));
    }
  }

  /** Those that took too long. */
  List<String> late() {
    return List.copyOf(late);
  }

  /** Cameras that are not back. */
  List<String> missing() {
    return List.copyOf(waiting.keySet());
  }

  /** Cases, mean and worst of each kind, as Markdown. */
  String table() {
    StringBuilder table = new StringBuilder("| trouble | cases | mean s | worst s | camera |\n");
    table.append("|---|---|---|---|---|\n");
    rows.forEach(
        (kind, row) ->
            table.append(
                "| %s | %d | %.1f | %.1f | %s |\n"
                    .formatted(
                        kind,
                        row.cases(),
                        row.sum() / row.cases(),
                        row.worst(),
                        row.worstCamera())));
    return table.toString();
  }
}
