package org.haetae.pipeline.capture.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.Secret;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings.Transport;
import org.haetae.pipeline.capture.servers.Order;
import org.haetae.pipeline.capture.servers.OtherServer;
import org.haetae.pipeline.capture.servers.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A live camera's source against servers that aren't ours. A server that this machine lacks is
 * skipped with its name.
 */
@Timeout(90)
class OtherServersIT {
  private static final Path CLIPS = Path.of("../camera-sim/footage/clips").toAbsolutePath();
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int PICTURES = 60;

  /** A server may send its first pictures in one go. */
  private static final int SETTLED = 15;

  /** For a server's program to start and its first stream to be ready. */
  private static final Duration START = Duration.ofSeconds(20);

  @TempDir private Path temp = Path.of("");
  private int port;
  private long connectMillis;

  @BeforeEach
  void freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GSTREAMER, h264, TCP",
    "GSTREAMER, h264, UDP",
    "GSTREAMER, h265, TCP",
    "GSTREAMER, h265, UDP",
    "GSTREAMER, jpeg, TCP",
    "VLC, h264, UDP",
    "VLC, h265, UDP"
  })
  void plays(OtherServer kind, String codec, Transport transport) throws Exception {
    playsEvenly(kind, new Order(port, clip(codec), codec, "none"), transport);
  }

  /** Pictures that are predicted from later ones are sent behind these. */
  @ParameterizedTest
  @CsvSource({"GSTREAMER, TCP", "VLC, UDP"})
  void putsPicturesThatAreSentOutOfOrderBackIntoOrder(OtherServer kind, Transport transport)
      throws Exception {
    Path clip = temp.resolve("reordered.mp4");
    List<String> encode = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-i"));
    encode.addAll(List.of(clip("h264"), "-t", "8", "-an", "-threads", "1", "-c:v", "libx264"));
    encode.addAll(List.of("-preset", "veryfast", "-bf", "2", "-b_strategy", "0", "-g", "30"));
    encode.add(clip.toString());
    try {
      int code = new ProcessBuilder(encode).inheritIO().start().waitFor();
      assumeTrue(code == 0, "this machine's ffmpeg can't make H.264");
    } catch (IOException e) {
      assumeTrue(false, "this machine has no ffmpeg");
    }
    playsEvenly(kind, new Order(port, clip.toString(), "h264", "none"), transport);
  }

  private void playsEvenly(OtherServer kind, Order order, Transport transport) throws Exception {
    ClockNotes times = new ClockNotes();
    try (RunningServer server = start(kind, order);
        FrameSource source = opened(server, transport, times)) {
      long opened = System.nanoTime();
      List<Long> ages = new ArrayList<>();
      Instant last = Instant.EPOCH;
      double lastSeconds = 0;
      for (int i = 0; i < PICTURES; i++) {
        Frame frame = next(source);
        assertEquals(1280, frame.width());
        assertEquals(720, frame.height());
        assertTrue(frame.capturedAt().isAfter(last), "picture " + i + " is later");
        last = frame.capturedAt();
        if (i > SETTLED) {
          assertEquals(1 / 15.0, frame.mediaSeconds() - lastSeconds, 0.03, "picture " + i);
        }
        lastSeconds = frame.mediaSeconds();
        ages.add(Duration.between(last, CLOCK.instant()).toMillis());
        frame.release();
      }
      System.out.printf(
          "%s %s (%s) %s: connected in %d ms; %d pictures in %.1f s, %d to %d ms old; damaged %d;"
              + " its clock %s ms ahead%n",
          kind,
          order.codec(),
          Path.of(order.clip()).getFileName(),
          transport,
          connectMillis,
          PICTURES,
          (System.nanoTime() - opened) / 1e9,
          ages.stream().min(Long::compare).orElseThrow(),
          ages.stream().max(Long::compare).orElseThrow(),
          times.damagedPictures(),
          times.clock());
      assertTrue(times.spread() < 100, "a steady clock: " + times.clock());
      ages.sort(null);
      assertTrue(ages.getFirst() > -200, "a picture from the future: " + ages);
      assertTrue(ages.get(PICTURES / 2) < 1000, "too old: " + ages);
    }
  }

  @ParameterizedTest
  @CsvSource({"GSTREAMER, digest, TCP", "GSTREAMER, basic, TCP", "VLC, basic, UDP"})
  void logsIn(OtherServer kind, String scheme, Transport transport) throws Exception {
    try (RunningServer server = start(kind, order(scheme))) {
      try (FrameSource source = opened(server, transport, new ClockNotes())) {
        next(source).release();
      }
      CaptureException refused =
          assertThrows(
              CaptureException.class,
              () -> opener(transport, login("wrong")).open(StreamWatch.nobody()).close());
      assertEquals(CaptureFailure.PASSWORD_REFUSED, refused.failure());
      refused =
          assertThrows(
              CaptureException.class,
              () -> opener(transport, Optional.empty()).open(StreamWatch.nobody()).close());
      assertEquals(CaptureFailure.PASSWORD_REFUSED, refused.failure());
    }
  }

  @ParameterizedTest
  @CsvSource({"GSTREAMER, TCP", "GSTREAMER, UDP", "VLC, UDP"})
  void breaksOffWhenTheServerDiesAndPlaysAgainWhenItIsBack(OtherServer kind, Transport transport)
      throws Exception {
    try (RunningServer server = start(kind, order("none"));
        FrameSource source = opened(server, transport, new ClockNotes())) {
      next(source).release();
      server.kill();
      long killed = System.nanoTime();
      CaptureException broken =
          assertThrows(
              CaptureException.class,
              () -> {
                while (true) {
                  next(source).release();
                }
              });
      Duration took = Duration.ofNanos(System.nanoTime() - killed);
      System.out.printf(
          "%s %s killed: %s after %d ms%n", kind, transport, broken.failure(), took.toMillis());
      assertTrue(took.compareTo(settings(transport).read().plusSeconds(1)) < 0, "after " + took);
    }
    try (RunningServer server = start(kind, order("none"));
        FrameSource source = opened(server, transport, new ClockNotes())) {
      next(source).release();
    }
  }

  private Order order(String scheme) {
    return new Order(port, clip("h264"), "h264", scheme);
  }

  private static String clip(String codec) {
    return CLIPS
        .resolve(codec.equals("h265") ? "home-door.h265.mp4" : "home-door.mp4")
        .normalize()
        .toString();
  }

  private RunningServer start(OtherServer kind, Order order) throws IOException {
    return kind.start(order, temp.resolve("server.log"));
  }

  /** Tries until the server is up, as a grabber does; the test is skipped when it can't be. */
  private FrameSource opened(RunningServer server, Transport transport, ClockNotes times)
      throws IOException {
    long limit = System.nanoTime() + START.toNanos();
    while (true) {
      long begun = System.nanoTime();
      try {
        FrameSource source = opener(transport, login(Order.PASSWORD)).open(times);
        connectMillis = (System.nanoTime() - begun) / 1_000_000;
        return source;
      } catch (CaptureException e) {
        if (!server.alive()) {
          server.absent().ifPresent(what -> assumeTrue(false, "this machine has no " + what));
        }
        assertTrue(server.alive(), server.said());
        assertFalse(e.failure() == CaptureFailure.PASSWORD_REFUSED, server.said());
        assertTrue(begun < limit, e.getMessage() + "\n" + server.said());
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private CameraOpener opener(Transport transport, Optional<Credentials> login) {
    StreamAddress address = StreamAddress.parse("rtsp://127.0.0.1:" + port + Order.PATH);
    return new CameraOpener(
        address, () -> login, settings(transport), DecodingDevice.software(), CLOCK);
  }

  private static Optional<Credentials> login(String password) {
    return Optional.of(new Credentials(Order.USER, new Secret(password)));
  }

  private static RtspSettings settings(Transport transport) {
    RtspSettings standard = RtspSettings.standard();
    return new RtspSettings(transport, standard.connect(), standard.read(), standard.picture());
  }

  private static Frame next(FrameSource source) {
    Frame frame = source.next(seconds -> Instant.EPOCH);
    assertTrue(frame != null);
    return frame;
  }
}
