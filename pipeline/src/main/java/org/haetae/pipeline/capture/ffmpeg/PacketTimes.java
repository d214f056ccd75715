package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.haetae.pipeline.capture.clock.CaptureTime;
import org.haetae.pipeline.capture.clock.CaptureTimeline;

/**
 * When each packet's picture was taken. Only the time of presentation is the camera's word (RFC
 * 6184, 5.1; RFC 7798, 4.1); that of decoding is FFmpeg's guess, and behind a damaged parameter set
 * an impossible one, so it is only used where there is nothing else.
 *
 * <p>FFmpeg's parser knows that a picture is complete when the next one begins. So what comes with
 * a parsed picture, its arrival and the camera's clock, is that of the beginning of the next. One
 * thread at a time.
 */
final class PacketTimes implements AutoCloseable {
  private final double secondsPerTick;
  private final boolean parsed;
  private final CaptureTimeline timeline = new CaptureTimeline();
  private final SizeTPointer sideDataSize = new SizeTPointer(1);
  private Optional<Instant> begun = Optional.empty();
  private Optional<Instant> clockWhenBegun = Optional.empty();

  /**
   * Of one stream.
   *
   * @param parsed whether FFmpeg gives a picture out when the next begins
   */
  PacketTimes(double secondsPerTick, boolean parsed) {
    this.secondsPerTick = secondsPerTick;
    this.parsed = parsed;
  }

  /** The next packet's, with the stamps that FFmpeg gave it. */
  CaptureTime of(AVPacket packet, Instant arrival) {
    long ticks = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    double stamp = ticks == AV_NOPTS_VALUE ? arrival.toEpochMilli() / 1e3 : ticks * secondsPerTick;
    Optional<Instant> cameraClock = cameraClock(packet);
    CaptureTime time =
        parsed
            ? timeline.at(stamp, begun.orElse(arrival), clockWhenBegun)
            : timeline.at(stamp, arrival, cameraClock);
    begun = Optional.of(arrival);
    clockWhenBegun = cameraClock;
    return time;
  }

  /** The camera's wall clock at what FFmpeg read last, as it derives it from sender reports. */
  private Optional<Instant> cameraClock(AVPacket packet) {
    BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, sideDataSize);
    if (data == null || data.isNull()) {
      return Optional.empty();
    }
    long micros = new AVProducerReferenceTime(data).wallclock();
    return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  @Override
  public void close() {
    sideDataSize.close();
  }
}
