package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.clock.CaptureTime;
import org.haetae.pipeline.capture.clock.CaptureTimeline;
import org.haetae.pipeline.capture.clock.SlowCorrection;

/**
 * Sends capture times through the decoder in place of the stream's stamps. Only the time of
 * presentation is the camera's word (RFC 6184, 5.1, and RFC 7798, 4.1); that of decoding is
 * FFmpeg's guess, and is not used where there is the other.
 *
 * <p>FFmpeg's parser knows that a picture is complete when the next one begins. So what comes with
 * a parsed picture, its arrival and the camera's clock, is that of the beginning of the next.
 */
final class PacketStamps implements AutoCloseable {
  private final boolean parsed;
  private final double secondsPerTick;
  private final StreamWatch watch;
  private final CaptureTimeline timeline = new CaptureTimeline();
  private final SlowCorrection slowly = new SlowCorrection();
  private final SizeTPointer size = new SizeTPointer(1);
  private Optional<Instant> begun = Optional.empty();
  private Optional<Instant> clockWhenBegun = Optional.empty();
  private Optional<Instant> first = Optional.empty();
  private Duration correction = Duration.ZERO;
  private double newest;

  PacketStamps(RtspInput input, StreamWatch watch) {
    parsed = input.parsed();
    secondsPerTick = av_q2d(input.video().time_base());
    this.watch = watch;
  }

  /**
   * Replaces a packet's stamps by its capture time in microseconds.
   *
   * @return the capture time of the newest picture so far, in seconds since the stream's beginning
   */
  double replace(AVPacket packet, Instant arrival) {
    long ticks = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    double stamp = ticks == AV_NOPTS_VALUE ? arrival.toEpochMilli() / 1e3 : ticks * secondsPerTick;
    watch.coded(stamp, (packet.flags() & AV_PKT_FLAG_KEY) != 0);
    Optional<Instant> cameraClock = cameraClock(packet);
    CaptureTime time =
        parsed
            ? timeline.at(stamp, begun.orElse(arrival), clockWhenBegun)
            : timeline.at(stamp, arrival, cameraClock);
    begun = Optional.of(arrival);
    clockWhenBegun = cameraClock;
    time.clockAhead().ifPresent(ahead -> watch.clockError(ahead, arrival));
    correction = time.believed();
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time.steady());
    packet.dts(AV_NOPTS_VALUE);
    packet.pts(micros);
    first = first.or(() -> Optional.of(time.steady()));
    newest = Math.max(newest, mediaSeconds(micros));
    return newest;
  }

  /** The camera's wall clock as FFmpeg derives it from sender reports. */
  private Optional<Instant> cameraClock(AVPacket packet) {
    BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, size);
    if (data == null || data.isNull()) {
      return Optional.empty();
    }
    return Optional.of(at(new AVProducerReferenceTime(data).wallclock()));
  }

  /** When a picture with that stamp was taken. To be asked in order. */
  Instant capturedAt(long micros) {
    return slowly.apply(at(micros), correction);
  }

  /** Seconds since the stream's beginning. */
  double mediaSeconds(long micros) {
    return Duration.between(first.orElse(at(micros)), at(micros)).toNanos() / 1e9;
  }

  private static Instant at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    size.close();
  }
}
