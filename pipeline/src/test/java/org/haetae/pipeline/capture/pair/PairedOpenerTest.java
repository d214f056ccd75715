package org.haetae.pipeline.capture.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.camera.CameraOpener;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One view in two sizes, from two simulated streams that run in step. */
@Timeout(60)
class PairedOpenerTest {
  private static final Path CLIPS = Path.of("../camera-sim/footage/clips");
  private static final int SIDE = 256;

  @RegisterExtension
  final SimulatedCameras cameras =
      SimulatedCameras.of(
          CameraScript.of("large", CLIPS.resolve("home-door.mp4")),
          CameraScript.of("small", CLIPS.resolve("home-door.sub.mp4")));

  private FrameSourceOpener opener(String camera) {
    return new CameraOpener(
        StreamAddress.parse(cameras.url(camera)),
        Optional::empty,
        RtspSettings.standard(),
        DecodingDevice.software(),
        InstantSource.system());
  }

  private FrameSource open() {
    return new PairedOpener("large", opener("small"), opener("large")).open(StreamWatch.nobody());
  }

  private static Frame next(FrameSource source) {
    Frame frame = source.next(seconds -> Instant.EPOCH);
    assertTrue(frame != null);
    return frame;
  }

  /** Mean step between neighbours of the picture's middle, read pixel for pixel. */
  private static double detail(Picture picture) {
    try (PlanarRgb pixels = new PlanarRgb(SIDE, SIDE)) {
      picture.read(Region.clamped(512, 232, SIDE, SIDE, picture), SIDE, SIDE, pixels);
      MemorySegment green = pixels.plane(1);
      long steps = 0;
      for (int i = 1; i < SIDE * SIDE; i++) {
        steps +=
            Math.abs(
                (green.get(ValueLayout.JAVA_BYTE, i) & 0xFF)
                    - (green.get(ValueLayout.JAVA_BYTE, i - 1) & 0xFF));
      }
      return (double) steps / (SIDE * SIDE);
    }
  }

  /** Mean difference of two pictures at the size of a thumbnail. */
  private static double difference(Picture one, Picture other) {
    try (PlanarRgb a = new PlanarRgb(64, 36);
        PlanarRgb b = new PlanarRgb(64, 36)) {
      one.read(Region.whole(one), 64, 36, a);
      other.read(Region.whole(other), 64, 36, b);
      double sum = 0;
      for (int i = 0; i < 64 * 36; i++) {
        sum +=
            Math.abs(
                (a.plane(1).get(ValueLayout.JAVA_BYTE, i) & 0xFF)
                    - (b.plane(1).get(ValueLayout.JAVA_BYTE, i) & 0xFF));
      }
      return sum / (64 * 36);
    }
  }

  @Test
  void detailComesFromTheLargePictureOfTheSameMoment() {
    try (FrameSource source = open()) {
      int paired = 0;
      for (int i = 0; i < 45; i++) {
        Frame frame = next(source);
        assertEquals(640, frame.always().width());
        if (frame.width() == 1280 && i > 15) {
          assertEquals(720, frame.height());
          assertTrue(difference(frame, frame.always()) < 1);
          paired += detail(frame) > 1.15 * detail(new Enlarged(frame.always())) ? 1 : 0;
        }
        frame.release();
      }
      System.out.println(paired + " of 29 pictures had a companion");
      assertTrue(paired >= 26, paired + " of 29 pictures had a companion");
    }
  }

  @Test
  void theSmallStreamGoesOnWithoutTheLargeOne() {
    cameras.site().start("large", new Fault.Refuse());
    try (FrameSource source = open()) {
      for (int i = 0; i < 30; i++) {
        Frame frame = next(source);
        assertEquals(640, frame.width());
        frame.release();
      }
      cameras.site().clear("large");
      int width = 0;
      for (int i = 0; i < 90 && width != 1280; i++) {
        Frame frame = next(source);
        width = frame.width();
        frame.release();
      }
      assertEquals(1280, width, "the large stream was found again");
    }
  }

  /** The small picture in the large one's coordinates. */
  private record Enlarged(Picture small) implements Picture {
    @Override
    public int width() {
      return 2 * small.width();
    }

    @Override
    public int height() {
      return 2 * small.height();
    }

    @Override
    public void read(Region region, int width, int height, PlanarRgb target) {
      Region half =
          Region.clamped(
              region.x() / 2f, region.y() / 2f, region.width() / 2f, region.height() / 2f, small);
      small.read(half, width, height, target);
    }
  }
}
