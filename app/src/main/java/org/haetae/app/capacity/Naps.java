package org.haetae.app.capacity;

import java.util.concurrent.ConcurrentSkipListSet;

/**
 * When a camera's grabber gave no picture, because nothing happened and only key frames were
 * decoded. Written by one thread, read by any.
 */
final class Naps {
  /** A camera that is awake gives fifteen pictures in it. */
  private static final double SHORTEST_SECONDS = 1;

  private final ConcurrentSkipListSet<Double> ends = new ConcurrentSkipListSet<>();
  private double last = Double.NaN;

  /** The grabber gave a picture of that time. */
  void given(double mediaSeconds) {
    if (mediaSeconds - last > SHORTEST_SECONDS) {
      ends.add(mediaSeconds);
    }
    last = mediaSeconds;
  }

  /** Whether a nap ended behind one picture and not behind the other. */
  boolean endedBetween(double from, double to) {
    Double end = ends.floor(to);
    return end != null && end > from;
  }
}
