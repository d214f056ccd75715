package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.RtspClient;
import org.haetae.sim.client.Waiting;
import org.junit.jupiter.api.Test;

/** Everything ends: sessions without a sign of life, garbage, and the site itself. */
class EndsTest {
  private static final CameraScript DOOR = CameraScript.of("door", Footages.clip("home-door"));
  private static final SimulatedSite.Settings QUICK =
      new SimulatedSite.Settings(InetAddress.getLoopbackAddress(), 0, Duration.ofMillis(400));

  @Test
  void aSessionWithoutASignOfLifeEnds() throws Exception {
    try (SimulatedSite site = new SimulatedSite(QUICK, List.of(DOOR));
        RtspClient client = new RtspClient(site.url("door"))) {
      client.play();
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              client.packet();
            }
          });
      Waiting.until("nobody plays", () -> site.port("door").players() == 0);
    }
  }

  @Test
  void receiverReportsKeepASessionAlive() throws Exception {
    try (SimulatedSite site = new SimulatedSite(QUICK, List.of(DOOR));
        RtspClient client = new RtspClient(site.url("door"))) {
      client.play();
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < 1_500_000_000L) {
        client.packet();
        client.raw(new byte[] {'$', 1, 0, 1, 0});
      }
      assertEquals(1, site.port("door").players());
    }
  }

  @Test
  void aDatagramSessionEndsWithoutASign() throws Exception {
    try (SimulatedSite site = new SimulatedSite(QUICK, List.of(DOOR));
        DatagramSocket media = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      try (RtspClient client = new RtspClient(site.url("door"))) {
        int port = media.getLocalPort();
        String transport = "Transport: RTP/AVP;unicast;client_port=%d-%d".formatted(port, port);
        String session = client.ask("SETUP", client.url(), transport).session();
        assertEquals(200, client.ask("PLAY", client.url(), "Session: " + session).status());
      }
      Waiting.until("the session has ended", () -> site.port("door").players() == 0);
    }
  }

  @Test
  void aConnectionThatAsksForNothingIsClosed() throws Exception {
    try (SimulatedSite site = new SimulatedSite(QUICK, List.of(DOOR));
        RtspClient client = new RtspClient(site.url("door"))) {
      assertEquals(-1, client.socket().getInputStream().read());
    }
  }

  @Test
  void garbageHurtsNobody() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    try (SimulatedSite site = SimulatedSite.serve(DOOR)) {
      for (int round = 0; round < 100; round++) {
        try (RtspClient client = new RtspClient(site.url("door"))) {
          client.socket().setSoTimeout(50);
          client.raw(garbage(random, site.url("door")));
          client.socket().shutdownOutput();
          client.socket().getInputStream().readNBytes(200);
        } catch (IOException e) {
          // A server that hangs up or says nothing has done right.
        }
      }
      try (RtspClient client = new RtspClient(site.url("door"))) {
        assertEquals(200, client.play().status());
        client.media();
      }
      Waiting.until("all connections are gone", () -> site.port("door").connections() == 0);
    }
  }

  private static byte[] garbage(Random random, String url) {
    if (random.nextInt(4) == 0) {
      byte[] bytes = new byte[random.nextInt(40_000)];
      random.nextBytes(bytes);
      return bytes;
    }
    String dialogue =
        """
        SETUP %s/trackID=0 RTSP/1.0
        CSeq: 1
        Content-Length: 2
        Transport: RTP/AVP/TCP;unicast;interleaved=0-1

        abPLAY %s RTSP/1.0
        CSeq: 2
        Session: 1;timeout=60

        $\0\0\2ab\
        """
            .formatted(url, url)
            .replace("\n", "\r\n");
    byte[] bytes = dialogue.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void aClosedSiteLeavesNoThreadAndNoSocket() throws Exception {
    round();
    long sockets = sockets();
    for (int i = 0; i < 3; i++) {
      round();
    }
    Waiting.until("the sockets are back", () -> sockets() <= sockets);
    Waiting.until("the threads are gone", () -> threads().isEmpty());
  }

  private static void round() throws Exception {
    String url;
    try (SimulatedSite site = SimulatedSite.serve(DOOR, CameraScript.of("gate", DOOR.clip()))) {
      url = site.url("door");
      try (RtspClient client = new RtspClient(url);
          RtspClient other = new RtspClient(site.url("gate"))) {
        client.play();
        other.play();
        site.start("gate", new Fault.HalfOpen());
        site.start("door", new Fault.Trickle(5));
        client.media();
      }
    }
    assertThrows(ConnectException.class, () -> new RtspClient(url));
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("camera-sim") || name.startsWith("globalEventExecutor"))
        .toList();
  }

  /** Sockets of this process, where the kernel tells; else always 0. */
  private static long sockets() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    List<Path> open = new ArrayList<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      open.addAll(all.toList());
    }
    return open.stream().filter(EndsTest::isSocket).count();
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }
}
