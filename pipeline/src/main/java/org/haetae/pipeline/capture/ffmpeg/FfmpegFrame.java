package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.time.Instant;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;

/** A decoded picture that stays in its decoder's reference-counted buffer until it is released. */
final class FfmpegFrame implements Frame {
  private final FramePool pool;
  private final Resampler resampler;
  private final Rotation rotation;
  private final AVFrame av = av_frame_alloc();
  private Instant capturedAt = Instant.EPOCH;
  private double mediaSeconds;
  private long index;

  FfmpegFrame(FramePool pool, Resampler resampler, Rotation rotation) {
    this.pool = pool;
    this.resampler = resampler;
    this.rotation = rotation;
  }

  AVFrame av() {
    return av;
  }

  void stamp(Instant at, double seconds, long number) {
    capturedAt = at;
    mediaSeconds = seconds;
    index = number;
  }

  @Override
  public int width() {
    return rotation.swapsSides() ? av.height() : av.width();
  }

  @Override
  public int height() {
    return rotation.swapsSides() ? av.width() : av.height();
  }

  @Override
  public void read(Region region, int width, int height, PlanarRgb target) {
    target.requireRoom(width, height);
    region.requireInside(this);
    resampler.read(av, rotation, region, width, height, target);
  }

  @Override
  public Instant capturedAt() {
    return capturedAt;
  }

  @Override
  public double mediaSeconds() {
    return mediaSeconds;
  }

  @Override
  public long index() {
    return index;
  }

  @Override
  public void release() {
    av_frame_unref(av);
    pool.giveBack(this);
  }

  void free() {
    av_frame_free(av);
  }
}
