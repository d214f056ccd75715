package org.haetae.app.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory, threads and sockets over the whole run: the slope of the first behind the warm-up, the
 * most of the others, and the fewest in each quiet time. One thread.
 */
final class Usage {
  private static final Figures NONE = new Figures(0, 0, 0, 0);
  private static final Figures ALL =
      new Figures(Double.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final Duration warmUp;
  private final Slope resident = new Slope();
  private final List<Figures> quiet = new ArrayList<>();
  private Figures most = NONE;
  private Figures fewest = ALL;
  private Figures last = NONE;
  private double firstResident;

  /**
   * @param warmUp memory before that doesn't count
   */
  Usage(Duration warmUp) {
    this.warmUp = warmUp;
  }

  /** A sample at a time since the start. */
  void add(Duration at, Figures now) {
    last = now;
    most = join(most, now, 1);
    fewest = join(fewest, now, -1);
    if (at.compareTo(warmUp) >= 0) {
      firstResident = resident.count() == 0 ? now.residentMb() : firstResident;
      resident.add(at, now.residentMb());
    }
  }

  private static Figures join(Figures one, Figures other, int sign) {
    return new Figures(
        sign * Math.max(sign * one.residentMb(), sign * other.residentMb()),
        sign * Math.max(sign * one.threads(), sign * other.threads()),
        sign * Math.max(sign * one.sockets(), sign * other.sockets()),
        sign * Math.max(sign * one.files(), sign * other.files()));
  }

  /** A time in which all cameras should be live begins. */
  void beginQuiet() {
    fewest = ALL;
  }

  /** It is over: keeps the fewest of it. */
  void endQuiet() {
    quiet.add(fewest);
  }

  /** The fewest of each quiet time; the first is from before the first trouble. */
  List<Figures> quiet() {
    return List.copyOf(quiet);
  }

  Figures most() {
    return most;
  }

  Figures last() {
    return last;
  }

  /** Of the resident memory in megabytes, behind the warm-up. */
  Slope resident() {
    return resident;
  }

  /** Resident megabytes at the warm-up's end. */
  double firstResident() {
    return firstResident;
  }
}
