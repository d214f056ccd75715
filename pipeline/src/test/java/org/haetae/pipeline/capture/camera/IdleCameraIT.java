package org.haetae.pipeline.capture.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Idling on recordings whose key frames are 4 s apart, as they are sent: in real time. */
@Timeout(60)
class IdleCameraIT {
  private static final Path CLIPS = Path.of("../camera-sim/footage/clips");
  private static final double FRAME_SECONDS = 1 / 15.0;

  /** Where {@code late-approach} shows the person for the first time. */
  private static final int FIRST_VISIBLE = 206;

  private static final int KEY_FRAME_BEFORE = 180;

  @RegisterExtension
  final SimulatedCameras cameras =
      SimulatedCameras.of(
          CameraScript.of("approach", CLIPS.resolve("late-approach.mp4")),
          CameraScript.of("yard", CLIPS.resolve("quiet-yard.mp4")));

  private FrameSource open(String camera, Calm watch) {
    StreamAddress address = StreamAddress.parse(cameras.url(camera));
    return new CameraOpener(
            address,
            Optional::empty,
            RtspSettings.standard(),
            DecodingDevice.software(),
            InstantSource.system())
        .open(watch);
  }

  @Test
  void anApproachBetweenKeyFramesIsSeenFromItsFirstPictureAndAtOnce() {
    Calm watch = new Calm();
    try (FrameSource source = open("approach", watch)) {
      List<Double> seconds = new ArrayList<>();
      while (seconds.isEmpty() || seconds.getLast() < (FIRST_VISIBLE + 20) * FRAME_SECONDS) {
        Frame frame = source.next(media -> Instant.EPOCH);
        assertTrue(frame != null);
        seconds.add(frame.mediaSeconds());
        frame.release();
      }
      assertTrue(watch.slept, "idle before the approach");
      List<Long> pictures =
          seconds.stream()
              .map(at -> Math.round(at / FRAME_SECONDS))
              .filter(number -> number >= KEY_FRAME_BEFORE)
              .toList();
      for (int i = 0; i < pictures.size(); i++) {
        assertEquals(KEY_FRAME_BEFORE + i, pictures.get(i), "every picture, once, in order");
      }
      System.out.printf(
          "woken by picture %d; %d pictures in %.0f s before it%n",
          watch.packetsWhenWoken - 1, seconds.size() - pictures.size(), seconds.getLast());
      assertTrue(
          watch.packetsWhenWoken - 1 <= FIRST_VISIBLE + 1,
          "woken by picture " + (watch.packetsWhenWoken - 1));
    }
  }

  @Test
  void anEmptyYardInTheNoiseOfItsSensorIsLookedAtByKeyFrameOnly() {
    Calm watch = new Calm();
    try (FrameSource source = open("yard", watch)) {
      int pictures = 0;
      double last = 0;
      while (last < 15.5) {
        Frame frame = source.next(media -> Instant.EPOCH);
        assertTrue(frame != null);
        last = frame.mediaSeconds();
        pictures++;
        frame.release();
      }
      assertFalse(watch.woken, "nothing moves");
      assertTrue(pictures <= 8 * 15 + 4, pictures + " pictures decoded");
    }
  }

  /** Never wants more than the source itself finds worth decoding. */
  private static final class Calm implements StreamWatch {
    int packets;
    int packetsWhenWoken;
    boolean slept;
    boolean woken;

    @Override
    public void packet(Instant at) {
      packets++;
    }

    @Override
    public void damaged() {}

    @Override
    public void clockError(Duration ahead, Instant at) {}

    @Override
    public void decoding(boolean everyPicture) {
      if (everyPicture && slept && !woken) {
        woken = true;
        packetsWhenWoken = packets;
      }
      slept |= !everyPicture;
    }

    @Override
    public boolean wantsEveryPicture() {
      return false;
    }
  }
}
