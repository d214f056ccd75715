package org.haetae.pipeline.capture.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.ffmpeg.FileSource;

/**
 * Opens a recording when its next turn has come. For one grabber, whose thread waits here in
 * between.
 */
public final class RehearsalOpener implements FrameSourceOpener {
  private final Path file;
  private final Duration every;
  private final InstantSource clock;
  private final Runnable begun;
  private Instant next;

  /**
   * @param first wait before the first turn
   * @param every from one turn's begin to the next
   * @param begun is told when a turn begins, on the grabber's thread
   */
  public RehearsalOpener(
      Path file, Duration first, Duration every, InstantSource clock, Runnable begun) {
    this.file = file;
    this.every = every;
    this.clock = clock;
    this.begun = begun;
    this.next = clock.instant().plus(first);
  }

  /**
   * Waits for the next turn and opens the recording.
   *
   * @throws CaptureException when it can't be opened, or the thread is interrupted
   */
  @Override
  public FrameSource open(StreamWatch watch) {
    await(next);
    // Counted from now on: a turn that came late is no reason to hurry the one after it.
    next = clock.instant().plus(every);
    begun.run();
    return FileSource.open(file);
  }

  private void await(Instant turn) {
    try {
      for (Duration left = left(turn); left.isPositive(); left = left(turn)) {
        Thread.sleep(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaptureException(CaptureFailure.ENDED, "it was ended between two turns");
    }
  }

  private Duration left(Instant turn) {
    return Duration.between(clock.instant(), turn);
  }
}
