package org.haetae.pipeline.capture.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSource.CaptureClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourceTest {
  private static final Path CLIP =
      Path.of(System.getProperty("haetae.home", ".."), "camera-sim/footage/clips/home-door.mp4");
  private static final Instant START = Instant.parse("2026-11-25T04:00:00Z");
  private static final CaptureClock CLOCK = s -> START.plusMillis(Math.round(s * 1000));
  private static final int[] TEN = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90};

  @BeforeAll
  static void quiet() {
    FfmpegLog.verbose(false);
  }

  private static Frame next(FrameSource source) {
    return Objects.requireNonNull(source.next(CLOCK), "the stream ended early");
  }

  /** Reads to the end and gives every media time. */
  private static List<Double> times(Path file) {
    List<Double> times = new ArrayList<>();
    try (FrameSource source = FileSource.open(file)) {
      for (Frame f = source.next(CLOCK); f != null; f = source.next(CLOCK)) {
        assertEquals(times.size(), f.index());
        assertEquals(CLOCK.at(f.mediaSeconds()), f.capturedAt());
        times.add(f.mediaSeconds());
        f.release();
      }
      assertNull(source.next(CLOCK), "a stream that ended has ended");
    }
    return times;
  }

  @Test
  void theDemoClipHasTheFramesOfItsScript() {
    try (FrameSource source = FileSource.open(CLIP)) {
      assertEquals(1280, source.info().width());
      assertEquals(720, source.info().height());
      assertEquals(390, source.info().frames());
      assertEquals(26, source.info().seconds(), 0.1);
      Frame frame = next(source);
      assertEquals(1280, frame.width());
      assertEquals(720, frame.height());
      frame.release();
    }
    List<Double> times = times(CLIP);
    assertEquals(390, times.size());
    for (int i = 0; i < times.size(); i++) {
      assertEquals(i / 15.0, times.get(i), 0.005);
    }
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    Path none = folder.resolve("none.mp4");
    CaptureException refusal = assertThrows(CaptureException.class, () -> FileSource.open(none));
    assertTrue(refusal.toString().contains(none.toString()), refusal.toString());
    assertThrows(CaptureException.class, () -> FileSource.open(folder));
  }

  @Test
  void whatIsNoVideoIsRefused(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.mp4"));
    Path text = Files.writeString(folder.resolve("text.mp4"), "no video\n".repeat(1_000));
    Path zeros = Files.write(folder.resolve("zeros.mp4"), new byte[100_000]);
    for (Path file : List.of(empty, text, zeros)) {
      CaptureException refusal = assertThrows(CaptureException.class, () -> times(file));
      assertTrue(refusal.toString().contains(file.toString()), refusal.toString());
    }
  }

  @Test
  void aTruncatedClipIsRefusedOrShorter(@TempDir Path folder) throws IOException {
    byte[] clip = Files.readAllBytes(CLIP);
    Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(clip, clip.length * 3 / 10));
    assertTrue(framesOrNone(cut) < 390);
    Path streamed = TestVideo.lossless(64, 48).write(folder, (c, x, y) -> x, TEN);
    byte[] whole = Files.readAllBytes(streamed);
    Files.write(streamed, Arrays.copyOf(whole, whole.length * 6 / 10));
    assertTrue(framesOrNone(streamed) < TEN.length);
  }

  private static int framesOrNone(Path file) {
    try {
      return times(file).size();
    } catch (CaptureException e) {
      return 0;
    }
  }

  @Test
  void noDamagedVideoBreaksOrHangsTheDecoder(@TempDir Path folder) throws IOException {
    Path mp4 = TestVideo.mpeg4(64, 48).write(folder, (c, x, y) -> x * 3 + y, TEN);
    Path mkv = TestVideo.lossless(64, 48).write(folder, (c, x, y) -> x * 3 + y, TEN);
    for (Path video : List.of(mp4, mkv)) {
      byte[] whole = Files.readAllBytes(video);
      for (long seed = 1; seed <= 60; seed++) {
        Random random = new Random(seed);
        byte[] damaged = whole.clone();
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes; i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        Files.write(video, damaged);
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> framesOrNone(video), "hangs with seed " + seed);
      }
    }
  }

  @Test
  void oneFrameIsAStreamToo(@TempDir Path folder) throws IOException {
    assertEquals(
        List.of(0.0), times(TestVideo.lossless(64, 48).write(folder, (c, x, y) -> 128, 0)));
  }

  @Test
  void theStreamsOwnTimesCountWhateverTheRate(@TempDir Path folder) throws IOException {
    List<Double> times =
        times(TestVideo.lossless(64, 48).write(folder, (c, x, y) -> x, 0, 4, 5, 37, 120, 121));
    assertEquals(6, times.size());
    double[] expected = {0, 0.04, 0.05, 0.37, 1.2, 1.21};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], times.get(i), 0.002, "frame " + i);
    }
  }

  @Test
  void mediaTimeBeginsAtNothing(@TempDir Path folder) throws IOException {
    List<Double> times =
        times(TestVideo.lossless(64, 48).write(folder, (c, x, y) -> x, 500, 510, 530));
    assertEquals(0, times.get(0));
    assertEquals(0.3, times.get(2), 0.002);
  }

  @Test
  void aReleasedFrameIsUsedAgainAndAHeldOneIsNot(@TempDir Path folder) throws IOException {
    Path file = TestVideo.lossless(64, 48).write(folder, (c, x, y) -> x, TEN);
    try (FrameSource source = FileSource.open(file)) {
      Frame first = next(source);
      Frame held = next(source);
      assertNotSame(first, held);
      first.release();
      assertSame(first, next(source));
      assertEquals(1, held.index());
      held.release();
    }
  }

  @Test
  void aHeldFrameOutlivesItsSource(@TempDir Path folder) throws IOException {
    Path file = TestVideo.lossless(64, 48).write(folder, (c, x, y) -> 2 * x + y, TEN);
    FrameSource source = FileSource.open(file);
    Frame first = next(source);
    Frame second = next(source);
    source.close();
    source.close();
    try (PlanarRgb pixels = new PlanarRgb(64, 48)) {
      for (Frame frame : List.of(first, second)) {
        frame.read(Region.whole(frame), 64, 48, pixels);
        assertEquals(2 * 40 + 30, pixels.sample(1, 40, 30), 3);
        frame.release();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aTurnedVideoStandsUpright(int quarters, @TempDir Path folder) throws IOException {
    int width = 160;
    int height = 96;
    // A white block in the upper left of the stored picture, on black.
    Path file =
        TestVideo.turned(
            TestVideo.mpeg4(width, height)
                .write(folder, (c, x, y) -> x < 48 && y < 32 ? 255 : 0, TEN),
            quarters);
    boolean swapped = quarters % 2 == 1;
    int wide = swapped ? height : width;
    int high = swapped ? width : height;
    int blockX = quarters == 0 || quarters == 3 ? 8 : wide - 9;
    int blockY = quarters < 2 ? 8 : high - 9;
    try (FrameSource source = FileSource.open(file);
        PlanarRgb pixels = new PlanarRgb(wide, high)) {
      assertEquals(wide, source.info().width());
      assertEquals(high, source.info().height());
      Frame frame = next(source);
      assertEquals(wide, frame.width());
      assertEquals(high, frame.height());
      frame.read(Region.whole(frame), wide, high, pixels);
      assertTrue(pixels.sample(0, blockX, blockY) > 220);
      assertTrue(pixels.sample(0, wide - 1 - blockX, high - 1 - blockY) < 30);
      // Half the size, from a region around the block alone.
      Region corner =
          new Region(blockX > wide / 2 ? wide - 20 : 0, blockY > 20 ? high - 20 : 0, 20, 20);
      frame.read(corner, 10, 10, pixels);
      assertTrue(pixels.sample(2, 5, 5) > 220);
      assertEquals(0, pixels.sample(2, 10, 5), "beyond the size asked for it is black");
      frame.release();
    }
  }
}
