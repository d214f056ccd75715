package org.haetae.pipeline.flow;

import java.time.Duration;
import java.time.InstantSource;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.CameraMeters;
import org.haetae.pipeline.sighting.CameraAnalysis;
import org.jspecify.annotations.Nullable;

/** One camera's way through its shard: mailbox, analysis, counters. */
final class CameraLane {
  /** A shard that takes longer over one frame has worse problems than a superseded one. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CameraId camera;
  private final CameraAnalysis analysis;
  private final GalleryKeeper galleries;
  private final FrameTap tap;
  private final CameraMeters meters;
  private final CameraWatch watch;
  private final FullRate fullRate;
  private final InstantSource clock;
  private final Mailbox mailbox = new Mailbox();

  CameraLane(
      CameraId camera,
      CameraAnalysis analysis,
      GalleryKeeper galleries,
      FrameTap tap,
      CameraMeters meters,
      CameraWatch watch,
      FullRate fullRate,
      InstantSource clock) {
    this.camera = camera;
    this.analysis = analysis;
    this.galleries = galleries;
    this.tap = tap;
    this.meters = meters;
    this.watch = watch;
    this.fullRate = fullRate;
    this.clock = clock;
  }

  /**
   * Puts a frame in the mailbox; on the grabber's thread.
   *
   * @param patiently waits for the frame before it to be taken
   * @return whether the shard must be told, because the mailbox was empty
   */
  boolean put(Frame frame, boolean patiently) {
    meters.captured(frame.capturedAt());
    if (patiently) {
      mailbox.awaitRoom(PATIENCE);
    }
    Frame superseded = mailbox.put(frame);
    if (superseded == null) {
      return true;
    }
    superseded.release();
    meters.superseded();
    return false;
  }

  /** Analyses what lies in the mailbox; on the shard's thread. */
  void analyse() {
    Frame frame = mailbox.take();
    if (frame == null) {
      return;
    }
    try {
      GalleryBook book = galleries.current();
      analysis.process(frame, book, fullRate.holds(camera));
      watch.analysed(frame, analysis.active(), clock.instant());
      meters.analysed(frame.capturedAt());
      if (tap.wants(camera)) {
        tap.show(camera, frame, analysis.view(frame.mediaSeconds(), book));
      }
    } catch (RuntimeException e) {
      meters.failed();
      throw e;
    } finally {
      frame.release();
    }
  }

  /** Releases what was never analysed; when no thread touches the lane any more. */
  void discard() {
    @Nullable Frame frame = mailbox.take();
    if (frame != null) {
      frame.release();
    }
    analysis.restart();
    watch.close();
  }
}
