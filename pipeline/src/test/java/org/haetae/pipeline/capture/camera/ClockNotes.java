package org.haetae.pipeline.capture.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haetae.pipeline.capture.StreamWatch;

/** Wants every picture and notes what the server's clock says. */
final class ClockNotes implements StreamWatch {
  private final List<Long> ahead = new ArrayList<>();
  private int damaged;

  /** Pictures that were damaged on their way. */
  int damagedPictures() {
    return damaged;
  }

  /** For a person: milliseconds that the server's clock was ahead. */
  String clock() {
    return ahead.isEmpty()
        ? "(never told)"
        : "%d to %d (told with %d packets)"
            .formatted(
                ahead.stream().min(Long::compare).orElseThrow(),
                ahead.stream().max(Long::compare).orElseThrow(),
                ahead.size());
  }

  /** Milliseconds between the extremes of what its clock was ahead. */
  long spread() {
    return ahead.isEmpty()
        ? 0
        : ahead.stream().max(Long::compare).orElseThrow()
            - ahead.stream().min(Long::compare).orElseThrow();
  }

  @Override
  public void packet(Instant at) {}

  @Override
  public void damaged() {
    damaged++;
  }

  @Override
  public void clockError(Duration by, Instant at) {
    ahead.add(by.toMillis());
  }

  @Override
  public void decoding(boolean everyPicture) {}

  @Override
  public boolean wantsEveryPicture() {
    return true;
  }
}
