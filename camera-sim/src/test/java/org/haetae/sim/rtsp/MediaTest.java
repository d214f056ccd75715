package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.client.Depacketizer;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.RtspClient;
import org.haetae.sim.client.RtspClient.Answer;
import org.haetae.sim.client.RtspClient.Packet;
import org.haetae.sim.clip.Clip;
import org.haetae.sim.clip.ClipReader;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes out of a camera is its clip, with true times. */
class MediaTest {
  private static final int PICTURES = 40;

  @RegisterExtension
  static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(CameraScript.of("door", Footages.clip("home-door")));

  @Test
  void theClipArrivesByteForByteBeginningWithAKeyframe() throws Exception {
    Clip clip = ClipReader.read(Footages.clip("home-door"));
    try (RtspClient client = new RtspClient(CAMERAS.url("door"))) {
      client.play();
      Depacketizer depacketizer = new Depacketizer(false);
      int first = -1;
      int seen = 0;
      for (int picture = 0; picture < PICTURES; picture++) {
        Packet packet = client.media();
        long timestamp = packet.timestamp();
        depacketizer.take(payload(packet));
        while (!packet.marker()) {
          packet = client.media();
          assertEquals(timestamp, packet.timestamp());
          depacketizer.take(payload(packet));
        }
        var nals = depacketizer.nals().subList(seen, depacketizer.nals().size());
        seen = depacketizer.nals().size();
        if (first < 0) {
          first = indexOf(clip, nals.getLast());
          assertTrue(clip.units().get(first).keyframe());
        }
        var expected = clip.units().get((first + picture) % clip.units().size()).nals();
        assertEquals(expected.size(), nals.size());
        for (int i = 0; i < nals.size(); i++) {
          assertArrayEquals(expected.get(i), nals.get(i));
        }
      }
    }
  }

  private static byte[] payload(Packet packet) {
    return Arrays.copyOfRange(packet.bytes(), 12, packet.bytes().length);
  }

  private static int indexOf(Clip clip, byte[] nal) {
    for (int i = 0; i < clip.units().size(); i++) {
      if (Arrays.equals(clip.units().get(i).nals().getLast(), nal)) {
        return i;
      }
    }
    throw new AssertionError("the first picture is not of the clip");
  }

  @Test
  void timestampsAndReportsTellTheCaptureTime() throws Exception {
    try (RtspClient client = new RtspClient(CAMERAS.url("door"))) {
      client.play();
      ByteBuffer report = ByteBuffer.wrap(client.control().bytes());
      Instant wallClock =
          Instant.ofEpochSecond((report.getInt(8) & 0xFFFFFFFFL) - 2_208_988_800L)
              .plusNanos(((report.getInt(12) & 0xFFFFFFFFL) * 1_000_000_000L) >>> 32);
      assertTrue(Duration.between(wallClock, Instant.now()).abs().toMillis() < 2000);
      long last = 0;
      for (int picture = 0; picture < 35; picture++) {
        Packet packet = client.media();
        while (!packet.marker()) {
          packet = client.media();
        }
        long behind = (int) (packet.timestamp() - (report.getInt(16) & 0xFFFFFFFFL));
        if (picture > 0) {
          assertEquals(6000, behind - last);
        }
        last = behind;
        Instant captured = wallClock.plusNanos(behind * 100_000 / 9);
        long age = Duration.between(captured, Instant.now()).toMillis();
        assertTrue(age > -20 && age < 3000, "captured " + age + " ms ago");
      }
    }
  }

  @Test
  void datagramsGoToTheClientsOwnPorts() throws Exception {
    try (RtspClient client = new RtspClient(CAMERAS.url("door"));
        DatagramSocket media = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket control = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      media.setSoTimeout(5000);
      control.setSoTimeout(5000);
      Answer setup =
          client.ask(
              "SETUP",
              client.url() + "/trackID=0",
              "Transport: RTP/AVP;unicast;destination=192.0.2.1;client_port=%d-%d"
                  .formatted(media.getLocalPort(), control.getLocalPort()));
      assertEquals(200, setup.status());
      String ports = setup.header("Transport").replaceAll(".*server_port=(\\d+-\\d+).*", "$1");
      int mediaPort = Integer.parseInt(ports.split("-", 2)[0]);
      assertEquals(0, mediaPort % 2);
      assertEquals(mediaPort + 1, Integer.parseInt(ports.split("-", 2)[1]));
      client.ask("PLAY", client.url(), "Session: " + setup.session());
      DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
      media.receive(packet);
      assertEquals(mediaPort, ((InetSocketAddress) packet.getSocketAddress()).getPort());
      assertEquals((byte) 0x80, packet.getData()[0]);
      control.receive(packet);
      assertEquals((byte) 200, packet.getData()[1]);
      client.ask("TEARDOWN", client.url(), "Session: " + setup.session());
      do {
        control.receive(packet);
      } while (packet.getData()[1] != (byte) 203);
    }
  }
}
