package org.haetae.pipeline.flow;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.CameraMeters;
import org.haetae.pipeline.metrics.PipelineMeters;
import org.haetae.pipeline.sighting.AnalysisListener;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.haetae.pipeline.sighting.CameraAnalysis;
import org.haetae.pipeline.sighting.Instruments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All cameras, their grabbers and their shards. Started once, closed once. */
public final class Pipeline implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(3);
  private static final Duration PASSWORD_RETRY = Duration.ofSeconds(8);
  private static final Duration JOIN_LIMIT = Duration.ofSeconds(5);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(5);

  private final List<Shard> shards = new ArrayList<>();
  private final List<Grabber> grabbers = new ArrayList<>();

  /** A pipeline none of whose cameras is ever watched more closely than what moves demands. */
  public Pipeline(
      List<CameraFeed> feeds,
      int shardCount,
      Supplier<Instruments> instruments,
      AnalysisSettings settings,
      GalleryKeeper galleries,
      AnalysisListener listener,
      FrameTap tap,
      PipelineMeters meters,
      InstantSource clock) {
    this(
        feeds,
        shardCount,
        instruments,
        settings,
        galleries,
        listener,
        tap,
        new FullRate(),
        meters,
        clock);
  }

  /**
   * Builds the shards and pins the cameras to them in turn; starts nothing.
   *
   * @param instruments makes one shard's instruments, which then are the shard's own
   * @param fullRate says which cameras are to be watched as closely as possible
   */
  public Pipeline(
      List<CameraFeed> feeds,
      int shardCount,
      Supplier<Instruments> instruments,
      AnalysisSettings settings,
      GalleryKeeper galleries,
      AnalysisListener listener,
      FrameTap tap,
      FullRate fullRate,
      PipelineMeters meters,
      InstantSource clock) {
    int used = Math.max(1, Math.min(shardCount, feeds.size()));
    for (int i = 0; i < used; i++) {
      shards.add(new Shard("shard-" + i, instruments.get(), feeds.size()));
    }
    for (int i = 0; i < feeds.size(); i++) {
      CameraFeed feed = feeds.get(i);
      Shard shard = shards.get(i % used);
      PipelineMeters measured =
          feed.rehearsal() ? new PipelineMeters(new SimpleMeterRegistry(), clock) : meters;
      CameraMeters camera = measured.camera(feed.camera());
      CameraAnalysis analysis =
          new CameraAnalysis(
              feed.camera(),
              shard.instruments(),
              settings,
              new FitListener(listener, feed.fit()),
              measured);
      CameraWatch watch =
          new CameraWatch(feed.camera(), fullRate, camera, feed.health(), feed.fit());
      CameraLane lane =
          new CameraLane(feed.camera(), analysis, galleries, tap, camera, watch, fullRate, clock);
      shard.add(lane);
      Backoff backoff =
          new Backoff(LONGEST_BACKOFF, PASSWORD_RETRY, new Random(feed.camera().hashCode()));
      FrameSink sink = (frame, patiently) -> offer(shard, lane, frame, patiently);
      grabbers.add(new Grabber(feed, sink, watch, clock, backoff));
    }
  }

  private static void offer(Shard shard, CameraLane lane, Frame frame, boolean patiently) {
    if (lane.put(frame, patiently)) {
      shard.notify(lane);
    }
  }

  public void start() {
    shards.forEach(Shard::start);
    grabbers.forEach(Grabber::start);
  }

  /**
   * Waits until every stream has come to its end; streams that loop never do.
   *
   * @return whether all ended within the limit
   */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    boolean all = true;
    for (Grabber grabber : grabbers) {
      all &= grabber.join(limit);
    }
    return all;
  }

  /** Grabbers first, then the rings, then the memory that the handlers used. */
  @Override
  public void close() {
    grabbers.forEach(Grabber::stop);
    try {
      for (Grabber grabber : grabbers) {
        if (!grabber.join(JOIN_LIMIT)) {
          LOG.warn("a grabber did not end within {} s", JOIN_LIMIT.toSeconds());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shards.forEach(shard -> shard.close(DRAIN_LIMIT));
  }
}
