package org.haetae.pipeline.capture.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A live camera's source against simulated cameras, over real sockets. */
@Timeout(60)
class CameraOpenerIT {
  private static final Path CLIPS = Path.of("../camera-sim/footage/clips");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final FrameSource.CaptureClock UNUSED = seconds -> Instant.EPOCH;

  @RegisterExtension
  final SimulatedCameras cameras =
      SimulatedCameras.of(
          CameraScript.of("door", CLIPS.resolve("home-door.mp4")),
          CameraScript.of("h265", CLIPS.resolve("home-door.h265.mp4")));

  private FrameSource open(String camera, RtspSettings settings, StreamWatch watch) {
    StreamAddress address = StreamAddress.parse(cameras.url(camera));
    return new CameraOpener(address, Optional::empty, settings, DecodingDevice.software(), CLOCK)
        .open(watch);
  }

  private FrameSource open(String camera) {
    return open(camera, RtspSettings.standard(), StreamWatch.nobody());
  }

  private static Frame next(FrameSource source) {
    Frame frame = source.next(UNUSED);
    assertTrue(frame != null);
    return frame;
  }

  @Test
  void playsBothCodecsOverBothTransports() {
    for (RtspSettings.Transport transport : RtspSettings.Transport.values()) {
      for (String camera : List.of("door", "h265")) {
        RtspSettings standard = RtspSettings.standard();
        RtspSettings settings =
            new RtspSettings(transport, standard.connect(), standard.read(), standard.picture());
        try (FrameSource source = open(camera, settings, StreamWatch.nobody())) {
          for (int i = 0; i < 20; i++) {
            Frame frame = next(source);
            assertEquals(1280, frame.width());
            assertEquals(720, frame.height());
            assertEquals(i, frame.index());
            frame.release();
          }
        }
      }
    }
  }

  @Test
  void tellsWhenEachPictureWasTaken() {
    try (FrameSource source = open("door")) {
      List<Duration> ages = new ArrayList<>();
      double lastSeconds = -1;
      for (int i = 0; i < 40; i++) {
        Frame frame = next(source);
        ages.add(Duration.between(frame.capturedAt(), CLOCK.instant()));
        assertTrue(frame.mediaSeconds() > lastSeconds);
        lastSeconds = frame.mediaSeconds();
        frame.release();
      }
      ages.sort(null);
      System.out.println("age of a decoded picture: " + ages.get(0) + " to " + ages.get(39));
      assertTrue(ages.get(20).toMillis() < 1000, ages.toString());
      assertTrue(ages.get(0).toMillis() > -200, ages.toString());
    }
  }

  @Test
  void aClockThatIsWrongIsToldAndNotBelieved() {
    AtomicLong ahead = new AtomicLong(Long.MIN_VALUE);
    StreamWatch watch =
        new Told() {
          @Override
          public void clockError(Duration by, Instant at) {
            ahead.set(by.toMillis());
          }
        };
    cameras.site().start("door", new Fault.ClockSkew(600));
    try (FrameSource source = open("door", RtspSettings.standard(), watch)) {
      while (ahead.get() == Long.MIN_VALUE) {
        next(source).release();
      }
      Frame frame = next(source);
      assertTrue(Math.abs(ahead.get() - 600_000) < 1000, "ahead by " + ahead);
      Duration age = Duration.between(frame.capturedAt(), CLOCK.instant());
      assertTrue(age.abs().toMillis() < 1000, "age " + age);
      frame.release();
    }
  }

  @Test
  void aStalledCameraBreaksOffWithinTheReadLimit() {
    try (FrameSource source = open("door")) {
      next(source).release();
      cameras.site().start("door", new Fault.Stall());
      assertEquals(CaptureFailure.TIMED_OUT, failure(source));
    }
  }

  @Test
  void aTrickleBreaksOffThoughBytesKeepComing() {
    try (FrameSource source = open("door")) {
      next(source).release();
      cameras.site().start("door", new Fault.Trickle(200));
      assertEquals(CaptureFailure.TIMED_OUT, failure(source));
    }
  }

  @Test
  void aCameraThatClosesEnds() {
    try (FrameSource source = open("door")) {
      next(source).release();
      cameras.site().start("door", new Fault.Reset());
      assertEquals(CaptureFailure.ENDED, failure(source));
    }
  }

  @Test
  void aThreadThatIsInterruptedGivesUpAtOnce() throws InterruptedException {
    cameras.site().start("door", new Fault.HangAfterSetup());
    Thread opening =
        new Thread(() -> assertThrows(CaptureException.class, () -> open("door").close()));
    opening.start();
    opening.interrupt();
    assertTrue(opening.join(Duration.ofSeconds(2)));
  }

  @Test
  void whatCannotBeOpenedHasAReason() {
    assertEquals(CaptureFailure.REFUSED, opening(new Fault.Html()));
    assertEquals(CaptureFailure.REFUSED, opening(new Fault.MalformedSdp()));
    assertEquals(CaptureFailure.REFUSED, opening(new Fault.HugeSdp(10_000)));
    assertEquals(CaptureFailure.TIMED_OUT, opening(new Fault.HangAfterSetup()));
    assertEquals(CaptureFailure.PASSWORD_REFUSED, opening(new Fault.WrongPassword()));
    cameras.site().start("door", new Fault.Refuse());
    awaitRefusal(URI.create(cameras.url("door")).getPort());
    assertEquals(CaptureFailure.UNREACHABLE, opening(new Fault.Refuse()));
  }

  /** The simulator closes its port on a thread of its own. */
  private static void awaitRefusal(int port) {
    for (int i = 0; i < 500; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        return;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("the port stayed open");
  }

  private CaptureFailure opening(Fault fault) {
    cameras.site().start("door", fault);
    CaptureException thrown =
        assertThrows(
            CaptureException.class,
            () -> {
              try (FrameSource source = open("door")) {
                next(source).release();
              }
            });
    cameras.site().clear("door");
    return thrown.failure();
  }

  private static CaptureFailure failure(FrameSource source) {
    return assertThrows(
            CaptureException.class,
            () -> {
              while (true) {
                next(source).release();
              }
            })
        .failure();
  }

  /** Wants every picture; a test overrides what it listens to. */
  private abstract static class Told implements StreamWatch {
    @Override
    public void packet(Instant at) {}

    @Override
    public void damaged() {}

    @Override
    public void clockError(Duration ahead, Instant at) {}

    @Override
    public void decoding(boolean everyPicture) {}

    @Override
    public boolean wantsEveryPicture() {
      return true;
    }
  }
}
