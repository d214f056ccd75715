package org.haetae.sim.rtsp;

import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.haetae.sim.camera.ActiveFaults;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.PacketFaults;
import org.haetae.sim.camera.Programme;
import org.haetae.sim.camera.SimulatedCamera;
import org.haetae.sim.camera.StreamKind;
import org.haetae.sim.rtp.PacketizedPicture;
import org.haetae.sim.rtp.RtpPacket;
import org.haetae.sim.rtp.SenderReport;
import org.jspecify.annotations.Nullable;

/**
 * Sends one stream to one client in real time. A client begins with the keyframe most recently
 * begun and catches up at once, so that it sees a picture and still gets true capture times. For
 * one event loop.
 */
final class MediaSender {
  private static final long REPORT_NANOS = 2_000_000_000L;
  private static final long SILENT_NANOS = 50_000_000L;

  /** So much at a time while catching up, so that a datagram socket's buffer can take it. */
  private static final int BURST_BYTES = 65_536;

  private static final long BURST_PAUSE_NANOS = 5_000_000L;

  private final EventLoop loop;
  private final SimulatedCamera camera;
  private final StreamKind stream;
  private final Outlet outlet;
  private final PacketFaults packetFaults = new PacketFaults();
  private final int ssrc;
  private final long firstTick;
  private int sequence;
  private long packets;
  private long octets;
  private Programme programme;
  private long next = -1;
  private long lastDue = Long.MIN_VALUE;
  private long reportDue;
  private boolean playing;
  private boolean silent;
  private boolean awaitsKeyframe;
  private @Nullable Future<?> timer;

  MediaSender(
      EventLoop loop,
      SimulatedCamera camera,
      StreamKind stream,
      Outlet outlet,
      RandomGenerator random) {
    this.loop = loop;
    this.camera = camera;
    this.stream = stream;
    this.outlet = outlet;
    programme = onAir();
    ssrc = random.nextInt();
    firstTick = random.nextInt() & 0xFFFFFFFFL;
    sequence = random.nextInt(1 << 16);
  }

  private Programme onAir() {
    return camera.programme(stream).orElseThrow();
  }

  int ssrc() {
    return ssrc;
  }

  /** Where the client begins: the values of {@code RTP-Info}, RFC 2326, 12.33. */
  String begin() {
    catchUp(camera.time().elapsed());
    return "seq=%d;rtptime=%d"
        .formatted(
            sequence & 0xFFFF,
            timestamp(programme.captured(next), camera.board().active()) & 0xFFFFFFFFL);
  }

  /** Begins, or goes on after a pause, once {@link #begin} was called. */
  void play() {
    playing = true;
    reportDue = camera.time().elapsed();
    step();
  }

  void pause() {
    playing = false;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /** Pauses for good and says goodbye. */
  void stop() {
    pause();
    outlet.control(SenderReport.bye(ssrc));
    outlet.flush();
  }

  /** Skips what nobody would want to see late. */
  private void catchUp(long now) {
    if (next < 0) {
      programme = onAir();
    }
    next = Math.max(next, programme.keyframeBefore(programme.at(now)));
  }

  private void step() {
    timer = null;
    if (!playing) {
      return;
    }
    long now = camera.time().elapsed();
    ActiveFaults faults = camera.board().active();
    long wait;
    if (faults.has(Fault.Stall.class) || faults.has(Fault.HalfOpen.class)) {
      silent = true;
      wait = SILENT_NANOS;
    } else {
      wait = sendDue(now, faults);
    }
    timer = loop.schedule(this::step, wait, TimeUnit.NANOSECONDS);
  }

  private long sendDue(long now, ActiveFaults faults) {
    if (silent) {
      catchUp(now);
      silent = false;
    }
    report(now, faults);
    int burst = 0;
    tune();
    while (programme.due(next) <= now && burst < BURST_BYTES) {
      burst += send(programme.picture(next), programme.captured(next), faults);
      lastDue = programme.due(next++);
      tune();
    }
    outlet.flush();
    return burst >= BURST_BYTES
        ? BURST_PAUSE_NANOS
        : Math.max(0, programme.due(next) - camera.time().elapsed());
  }

  /** Goes over to what is on air now as soon as that has a keyframe behind what was sent. */
  @SuppressWarnings("ReferenceEquality") // Comparing whole clips for every picture would be slow.
  private void tune() {
    Programme wanted = onAir();
    if (wanted == programme) {
      return;
    }
    long key = wanted.begins() > lastDue ? 0 : wanted.keyframeFrom(wanted.at(lastDue) + 1);
    if (wanted.due(key) <= programme.due(next)) {
      programme = wanted;
      next = key;
    }
  }

  private int send(PacketizedPicture picture, long captured, ActiveFaults faults) {
    awaitsKeyframe |= outlet.congested();
    boolean undecodable = awaitsKeyframe && (outlet.congested() || !picture.keyframe());
    boolean withheld = picture.keyframe() && faults.has(Fault.NoKeyframes.class);
    if (undecodable || withheld) {
      return 0;
    }
    awaitsKeyframe = false;
    long timestamp = timestamp(captured, faults);
    int bytes = 0;
    int last = picture.payloads().size() - 1;
    for (int i = 0; i <= last; i++) {
      byte[] payload = picture.payloads().get(i);
      byte[] packet = RtpPacket.of(sequence++, timestamp, ssrc, i == last, payload);
      packets++;
      octets += payload.length;
      bytes += packet.length;
      packetFaults.apply(faults, packet).forEach(outlet::media);
    }
    return bytes;
  }

  private long timestamp(long elapsed, ActiveFaults faults) {
    double jump = faults.find(Fault.TimestampJump.class).map(Fault.TimestampJump::by).orElse(0.0);
    return firstTick + RtpPacket.ticks(elapsed) + Math.round(jump * RtpPacket.CLOCK_RATE);
  }

  private void report(long now, ActiveFaults faults) {
    if (now < reportDue || outlet.congested()) {
      return;
    }
    reportDue = now + REPORT_NANOS;
    double skew = faults.find(Fault.ClockSkew.class).map(Fault.ClockSkew::by).orElse(0.0);
    Instant wallClock = camera.time().wallClock(now).plusNanos(Math.round(skew * 1e9));
    outlet.control(
        new SenderReport(ssrc, wallClock, timestamp(now, faults), packets, octets)
            .bytes(camera.script().name()));
    outlet.flush();
  }
}
