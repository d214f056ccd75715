package org.haetae.casework.sight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.report.MonthSpan;
import org.haetae.casework.sight.BlindSpell.Stretch;
import org.haetae.domain.id.CameraId;

/**
 * How much of a month each camera guarded its place. Pure.
 *
 * @param recorded the part of the month of which it is known; empty where none is
 * @param stopped when the site did not run, the earliest first
 * @param cameras in the order of their names
 */
public record MonthOfSight(
    Optional<Recorded> recorded, List<Stretch> stopped, List<OfCamera> cameras) {
  /** Shorter ones are counted and not listed: a camera that is opened again takes seconds. */
  public static final Duration LISTED = Duration.ofMinutes(1);

  public MonthOfSight {
    stopped = List.copyOf(stopped);
    cameras = List.copyOf(cameras);
  }

  /** From when to when something is known. */
  public record Recorded(Instant from, Instant until) {
    Duration length() {
      return Duration.between(from, until);
    }
  }

  /**
   * One camera's month.
   *
   * @param stretches in which it was blind, alone or with the whole site, the earliest first; they
   *     may overlap
   * @param blind how long at least one of them lasted
   * @param guarded the share of the recorded time without them, 0 to 1
   */
  public record OfCamera(CameraId camera, List<Stretch> stretches, Duration blind, double guarded) {
    public OfCamera {
      stretches = List.copyOf(stretches);
    }

    /** Those of its own that are long enough to be listed. */
    public List<Stretch> listed() {
      return stretches.stream().filter(one -> nameOf(one).isPresent() && isListed(one)).toList();
    }

    public Optional<Stretch> longest() {
      return stretches.stream().max(Comparator.comparing(Stretch::length));
    }
  }

  /**
   * @param began the first spell that was ever written of the site; before it nothing is known
   * @param spells all that touch the month
   * @param cameras of the site now; those that only spells name are told of too
   * @param now later than this nothing is known
   */
  public static MonthOfSight of(
      MonthSpan month,
      Optional<Instant> began,
      List<BlindSpell> spells,
      Set<CameraId> cameras,
      Instant now) {
    Instant first = later(month.from(), began.orElse(now));
    Instant last = month.until().isBefore(now) ? month.until() : now;
    if (!first.isBefore(last)) {
      return new MonthOfSight(Optional.empty(), List.of(), List.of());
    }
    Recorded recorded = new Recorded(first, last);
    List<Stretch> stretches =
        spells.stream()
            .flatMap(spell -> spell.within(first, last).stream())
            .sorted(Comparator.comparing(Stretch::from))
            .toList();
    TreeSet<CameraId> all = new TreeSet<>(Comparator.comparing(CameraId::value));
    all.addAll(cameras);
    stretches.forEach(one -> nameOf(one).ifPresent(all::add));
    return new MonthOfSight(
        Optional.of(recorded),
        stretches.stream().filter(one -> nameOf(one).isEmpty()).toList(),
        all.stream().map(camera -> ofCamera(camera, stretches, recorded)).toList());
  }

  /** The times without a running site that are long enough to be listed. */
  public List<Stretch> listed() {
    return stopped.stream().filter(MonthOfSight::isListed).toList();
  }

  private static boolean isListed(Stretch stretch) {
    return stretch.length().compareTo(LISTED) >= 0;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<CameraId> nameOf(Stretch stretch) {
    return switch (stretch.blindness()) {
      case Blindness.OfCamera(CameraId camera, _) -> Optional.of(camera);
      case Blindness.OfSite() -> Optional.empty();
    };
  }

  private static OfCamera ofCamera(CameraId camera, List<Stretch> stretches, Recorded recorded) {
    List<Stretch> its =
        stretches.stream().filter(one -> nameOf(one).map(camera::equals).orElse(true)).toList();
    Duration blind = union(its);
    return new OfCamera(
        camera, its, blind, 1 - (double) blind.toNanos() / recorded.length().toNanos());
  }

  /** How long at least one lasts; they come the earliest first. */
  private static Duration union(List<Stretch> stretches) {
    Duration sum = Duration.ZERO;
    Instant done = Instant.MIN;
    for (Stretch one : stretches) {
      if (one.until().isAfter(done)) {
        sum = sum.plus(Duration.between(later(one.from(), done), one.until()));
        done = one.until();
      }
    }
    return sum;
  }
}
