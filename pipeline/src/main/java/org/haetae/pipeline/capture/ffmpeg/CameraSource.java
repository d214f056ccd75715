package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.VideoInfo;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.idle.IdleGate;
import org.haetae.pipeline.motion.SceneChange;
import org.jspecify.annotations.Nullable;

/**
 * A live camera. While nothing happens only key frames are decoded, each group of pictures being
 * kept until the next; when something begins, the group is decoded from its key frame on, so that
 * no picture of an approach is lost. A picture is handed on once, in order of capture. Never ends:
 * it breaks off with a reason.
 */
public final class CameraSource implements FrameSource {
  private final RtspInput input;
  private final Decoder decoder;
  private final StreamWatch watch;
  private final InstantSource clock;
  private final Duration pictureLimit;
  private final PacketStamps stamps;
  private final IdleGate gate = new IdleGate();
  private final SceneChange scene = new SceneChange();
  private final PacketBuffer kept = new PacketBuffer();
  private final AVPacket packet = av_packet_alloc();
  private Instant lastPicture;
  private long lastMicros = Long.MIN_VALUE;
  private long index;
  private boolean closed;

  private CameraSource(
      RtspInput input,
      Decoder decoder,
      RtspSettings settings,
      StreamWatch watch,
      InstantSource clock) {
    this.input = input;
    this.decoder = decoder;
    this.watch = watch;
    this.clock = clock;
    pictureLimit = settings.picture();
    stamps = new PacketStamps(input, watch);
    lastPicture = clock.instant();
  }

  /**
   * Connects to a camera that was asked before what it streams.
   *
   * @throws CaptureException when it gives no stream
   */
  public static CameraSource open(
      CameraUrl url,
      RtspSettings settings,
      DecodingDevice device,
      StreamWatch watch,
      InstantSource clock) {
    RtspInput input = RtspInput.open(url, settings);
    try {
      Decoder decoder = Decoder.of(input.video(), device, "the camera's stream");
      watch.decoding(true);
      return new CameraSource(input, decoder, settings, watch, clock);
    } catch (CaptureException e) {
      input.close();
      throw e;
    }
  }

  @Override
  public @Nullable Frame next(CaptureClock ignored) {
    if (closed) {
      throw new IllegalStateException("this stream was closed");
    }
    while (true) {
      FfmpegFrame frame = decoder.receive();
      if (frame != null) {
        if (accept(frame)) {
          return frame;
        }
      } else if (gate.awake() && !kept.isEmpty()) {
        kept.sendFirst(decoder);
      } else {
        FfmpegFrame glance = receive();
        if (glance != null) {
          return glance;
        }
      }
    }
  }

  @Override
  public boolean catchingUp() {
    return gate.awake() && !kept.isEmpty();
  }

  /** Takes in the next packet; gives a key frame that was looked at while idle. */
  private @Nullable FfmpegFrame receive() {
    input.read(packet);
    try {
      if (!input.owns(packet)) {
        return null;
      }
      Instant now = clock.instant();
      watch.packet(now);
      if (Duration.between(lastPicture, now).compareTo(pictureLimit) > 0) {
        throw new CaptureException(
            CaptureFailure.UNDECODABLE,
            "the camera sends data, but no picture could be made of them for %d s"
                .formatted(pictureLimit.toSeconds()));
      }
      return take(stamps.replace(packet, now), (packet.flags() & AV_PKT_FLAG_KEY) != 0);
    } finally {
      av_packet_unref(packet);
    }
  }

  private @Nullable FfmpegFrame take(double seconds, boolean keyFrame) {
    boolean before = gate.awake();
    switch (gate.next(keyFrame, packet.size(), seconds, watch.wantsEveryPicture())) {
      case DECODE -> decoder.send(packet);
      case KEEP -> kept.add(packet);
      case WAKE -> {
        kept.add(packet);
        decoder.flush();
      }
      case GLANCE -> {
        return glance(seconds);
      }
    }
    if (before != gate.awake()) {
      watch.decoding(gate.awake());
    }
    return null;
  }

  /**
   * Decodes a key frame by itself. When it shows something new, it takes its place behind the group
   * before it, and everything is decoded from there.
   */
  private @Nullable FfmpegFrame glance(double seconds) {
    if (!watch.wantsKeyFrames()) {
      kept.clear();
      kept.add(packet);
      lastPicture = clock.instant();
      watch.decoding(false);
      return null;
    }
    decoder.flush();
    decoder.send(packet);
    decoder.drain();
    FfmpegFrame frame = decoder.receive();
    decoder.flush();
    // A key frame that was damaged on its way must not leave the camera asleep and blind.
    boolean changed = frame == null || Decoder.damaged(frame.av()) || scene.changed(frame, seconds);
    if (changed) {
      gate.wake(seconds);
    } else {
      kept.clear();
    }
    watch.decoding(changed);
    kept.add(packet);
    if (frame != null && changed) {
      frame.release();
      return null;
    }
    return frame != null && accept(frame) ? frame : null;
  }

  /** Stamps the frame; a damaged one and one that was handed on before are released instead. */
  private boolean accept(FfmpegFrame frame) {
    if (Decoder.damaged(frame.av())) {
      watch.damaged();
      frame.release();
      return false;
    }
    long micros = frame.av().best_effort_timestamp();
    if (micros <= lastMicros) {
      frame.release();
      return false;
    }
    lastMicros = micros;
    frame.stamp(stamps.capturedAt(micros), stamps.mediaSeconds(micros), index++);
    lastPicture = taken(micros);
    return true;
  }

  /** A decoder that can't go on may give out late what it held back; that is no sign of life. */
  private Instant taken(long micros) {
    Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    Instant now = clock.instant();
    return at.isAfter(now) ? now : at;
  }

  @Override
  public VideoInfo info() {
    return new VideoInfo(decoder.width(), decoder.height(), 0, 0, decoder.name());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      kept.close();
      av_packet_free(packet);
      stamps.close();
      scene.close();
      decoder.close();
      input.close();
    }
  }
}
