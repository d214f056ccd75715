package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.RtspClient;
import org.haetae.sim.client.RtspClient.Packet;
import org.haetae.sim.clip.Clip;
import org.haetae.sim.clip.ClipReader;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of what is sent, seen from a client that plays. */
class PictureFaultsIT {
  private static final Path OTHER = Footages.clip("work-yard");

  @RegisterExtension
  static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(CameraScript.of("door", Footages.clip("home-door")));

  private static RtspClient playing() throws IOException {
    RtspClient client = new RtspClient(CAMERAS.url("door"));
    client.play();
    return client;
  }

  private static void start(Fault fault) {
    CAMERAS.site().start("door", fault);
  }

  /** All payloads of the next picture. */
  private static List<Packet> picture(RtspClient client) throws IOException {
    List<Packet> packets = new ArrayList<>();
    do {
      packets.add(client.media());
    } while (!packets.getLast().marker());
    return packets;
  }

  private static boolean isKeyframe(List<Packet> picture) {
    return (picture.getFirst().bytes()[12] & 0x1F) == 7;
  }

  private static List<Packet> keyframe(RtspClient client) throws IOException {
    List<Packet> picture = picture(client);
    while (!isKeyframe(picture)) {
      picture = picture(client);
    }
    return picture;
  }

  private static byte[] payload(Packet packet) {
    return Arrays.copyOfRange(packet.bytes(), 12, packet.bytes().length);
  }

  @Test
  void aFrozenCameraSendsOneKeyframeAgainAndAgain() throws Exception {
    try (RtspClient client = playing()) {
      keyframe(client);
      start(new Fault.Frozen());
      List<Packet> first = keyframe(client);
      while (!isKeyframe(picture(client))) {
        first = keyframe(client);
      }
      long last = 0;
      for (int i = 0; i < 10; i++) {
        List<Packet> again = picture(client);
        assertTrue(isKeyframe(again));
        assertArrayEquals(payload(first.getLast()), payload(again.getLast()));
        long timestamp = again.getFirst().timestamp();
        assertTrue(i == 0 || Math.abs((int) (timestamp - last) - 6000) <= 1);
        last = timestamp;
      }
    }
  }

  @Test
  void afterAFreezeThePictureGoesOnAtAKeyframeAndTimeNeverFalls() throws Exception {
    try (RtspClient client = playing()) {
      start(new Fault.Frozen());
      long last = keyframe(client).getFirst().timestamp();
      CAMERAS.site().clear("door");
      boolean moved = false;
      for (int i = 0; i < 60; i++) {
        List<Packet> next = picture(client);
        assertTrue((int) (next.getFirst().timestamp() - last) > 0);
        last = next.getFirst().timestamp();
        moved |= !isKeyframe(next);
      }
      assertTrue(moved);
    }
  }

  @Test
  void anotherClipIsSentWithoutAWordAndDescribedToTheNext() throws Exception {
    Clip other = ClipReader.read(OTHER);
    try (RtspClient client = playing()) {
      String before = client.ask("DESCRIBE", client.url()).body();
      start(new Fault.SwitchClip(OTHER));
      byte[] expected = other.units().getFirst().nals().getFirst();
      boolean seen = false;
      for (int i = 0; i < 60 && !seen; i++) {
        List<Packet> picture = picture(client);
        byte[] tail = other.units().getFirst().nals().getLast();
        byte[] last = payload(picture.getLast());
        seen =
            tail[tail.length - 1] == last[last.length - 1]
                && isKeyframe(picture)
                && Arrays.equals(expected, payload(picture.getFirst()));
      }
      assertTrue(seen);
      String after = client.ask("DESCRIBE", client.url()).body();
      assertEquals(
          Arrays.equals(
              other.parameterSets().getFirst(),
              ClipReader.read(Footages.clip("home-door")).parameterSets().getFirst()),
          before.equals(after));
    }
  }

  @Test
  void blackReplacesThePicture() throws Exception {
    try (RtspClient client = playing()) {
      start(new Fault.Black(OTHER));
      keyframe(client);
      assertEquals(1, CAMERAS.site().camera("door").board().active().all().size());
    }
  }

  @Test
  void keyframesMayBeMissing() throws Exception {
    try (RtspClient client = playing()) {
      start(new Fault.NoKeyframes());
      picture(client);
      for (int i = 0; i < 31; i++) {
        picture(client);
      }
      int keyframes = 0;
      for (int i = 0; i < 40; i++) {
        keyframes += isKeyframe(picture(client)) ? 1 : 0;
      }
      assertEquals(0, keyframes);
    }
  }

  @Test
  void lostPacketsLeaveHolesInTheNumbers() throws Exception {
    start(new Fault.Loss(0.3, 7));
    try (RtspClient client = playing()) {
      int first = client.media().sequence();
      int last = first;
      int received = 1;
      while (received < 200) {
        last = client.media().sequence();
        received++;
      }
      int spanned = ((last - first) & 0xFFFF) + 1;
      assertTrue(spanned > 230 && spanned < 360, "200 of " + spanned);
    }
  }

  @Test
  void doubledAndSwappedPacketsShowInTheNumbers() throws Exception {
    start(new Fault.Duplicate(1, 1));
    try (RtspClient client = playing()) {
      assertEquals(client.media().sequence(), client.media().sequence());
    }
    CAMERAS.site().clear("door");
    start(new Fault.Reorder(1, 1));
    try (RtspClient client = playing()) {
      int first = client.media().sequence();
      assertEquals((first - 1) & 0xFFFF, client.media().sequence());
    }
  }

  @Test
  void timestampsJumpAndTheReportsGoWithThem() throws Exception {
    try (RtspClient client = playing()) {
      keyframe(client);
      ByteBuffer early = ByteBuffer.wrap(client.control().bytes());
      long before = picture(client).getFirst().timestamp();
      start(new Fault.TimestampJump(1000));
      long step = 0;
      for (int i = 0; i < 60 && step < 80_000_000; i++) {
        step = (int) (picture(client).getFirst().timestamp() - before);
      }
      assertEquals(90_000_000, (double) step, 400_000);
      ByteBuffer late = ByteBuffer.wrap(client.control().bytes());
      while (late.getInt(16) - early.getInt(16) < 80_000_000) {
        late = ByteBuffer.wrap(client.control().bytes());
      }
      assertTrue(late.getInt(8) - early.getInt(8) < 20);
    }
  }

  @Test
  void theWallClockOfReportsMayBeSkewed() throws Exception {
    start(new Fault.ClockSkew(-3600));
    try (RtspClient client = playing()) {
      long seconds =
          (ByteBuffer.wrap(client.control().bytes()).getInt(8) & 0xFFFFFFFFL) - 2_208_988_800L;
      assertEquals(System.currentTimeMillis() / 1000.0 - 3600, (double) seconds, 5);
    }
  }

  @Test
  void damagedPacketsDiffer() throws Exception {
    start(new Fault.Corrupt(1, 1));
    try (RtspClient client = playing()) {
      byte[] set = payload(client.media());
      byte[] right = ClipReader.read(Footages.clip("home-door")).parameterSets().getFirst();
      assertEquals(right.length, set.length);
      assertNotEquals(ByteBuffer.wrap(right), ByteBuffer.wrap(set));
    }
  }
}
