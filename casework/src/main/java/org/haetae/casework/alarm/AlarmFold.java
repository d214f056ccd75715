package org.haetae.casework.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folds faults into alarms: what begins together is told together, and one code is never told more
 * often than once in {@link #SPACING}, however fast its faults come and go. So the number of
 * notices depends on the number of codes and on time alone: a switch that takes five hundred
 * cameras with it is one alarm with a list (alarm floods, EEMUA 191 and ISA-18.2). What ends before
 * it was told is not told. Pure; one thread at a time.
 */
public final class AlarmFold {
  /** The parts of one breakdown are noticed within this time of each other. */
  static final Duration GATHERING = Duration.ofSeconds(2);

  /** Between two notices of one code. */
  static final Duration SPACING = Duration.ofSeconds(30);

  private final Map<AlarmCode, Fold> folds = new EnumMap<>(AlarmCode.class);

  /** One code's faults, and what is known of them outside. */
  private static final class Fold {
    /** What is wrong with each part that something is wrong with. */
    final Map<String, String> open = new TreeMap<>();

    List<String> told = List.of();
    Instant due = Instant.MAX;
    Instant lastTold = Instant.MIN;

    List<String> parts() {
      return open.entrySet().stream()
          .map(
              part ->
                  part.getValue().isEmpty()
                      ? part.getKey()
                      : part.getKey() + ": " + part.getValue())
          .toList();
    }

    boolean news() {
      return !parts().equals(told);
    }

    /** Sets the hour of the next notice, unless it is set. It stays, so that a flutter is told. */
    void changed(Instant now) {
      if (due.equals(Instant.MAX)) {
        Instant gathered = now.plus(GATHERING);
        Instant spaced = lastTold.equals(Instant.MIN) ? gathered : lastTold.plus(SPACING);
        due = gathered.isAfter(spaced) ? gathered : spaced;
      }
    }
  }

  /**
   * Something is wrong with a part, or something else than before.
   *
   * @param detail what; empty where the code says all
   */
  public void raise(AlarmCode code, String part, String detail, Instant now) {
    Fold fold = folds.computeIfAbsent(code, _ -> new Fold());
    if (!detail.equals(fold.open.put(part, detail))) {
      fold.changed(now);
    }
  }

  /** Nothing is wrong with a part any more; where nothing was, nothing changes. */
  public void clear(AlarmCode code, String part, Instant now) {
    Fold fold = folds.get(code);
    if (fold != null && fold.open.remove(part) != null) {
      fold.changed(now);
    }
  }

  /** Nothing is wrong any more with any part of a code but those of {@code parts}. */
  public void retain(AlarmCode code, Set<String> parts, Instant now) {
    Fold fold = folds.get(code);
    if (fold != null && fold.open.keySet().retainAll(parts)) {
      fold.changed(now);
    }
  }

  /** What is to be told now; the same again until {@link #told} says that it was. */
  public List<Alarm> due(Instant now) {
    folds.values().stream()
        .filter(fold -> !fold.due.isAfter(now) && !fold.news())
        .forEach(fold -> fold.due = Instant.MAX);
    return folds.entrySet().stream()
        .filter(fold -> !fold.getValue().due.isAfter(now))
        .map(fold -> alarm(fold.getKey(), fold.getValue()))
        .toList();
  }

  /** What is wrong now, told or not. */
  public List<Alarm> open() {
    return folds.entrySet().stream()
        .filter(fold -> !fold.getValue().open.isEmpty())
        .map(fold -> alarm(fold.getKey(), fold.getValue()))
        .toList();
  }

  private static Alarm alarm(AlarmCode code, Fold fold) {
    boolean over = fold.open.isEmpty();
    return new Alarm(code, over ? fold.told : fold.parts(), over);
  }

  /** An alarm that was due has been told. */
  public void told(Alarm alarm, Instant now) {
    Fold fold = folds.get(alarm.code());
    if (fold != null) {
      fold.told = alarm.over() ? List.of() : alarm.parts();
      fold.lastTold = now;
      fold.due = Instant.MAX;
      if (fold.news()) {
        fold.changed(now);
      }
    }
  }
}
