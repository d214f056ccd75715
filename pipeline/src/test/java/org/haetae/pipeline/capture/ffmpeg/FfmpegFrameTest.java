package org.haetae.pipeline.capture.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegFrameTest {
  private static final int WIDTH = 321;
  private static final int HEIGHT = 243;

  /** Recorders make odd sizes even, so what they write is even to begin with. */
  private static final int EVEN_WIDTH = 320;

  private static final int EVEN_HEIGHT = 240;

  /** Conversions round. */
  private static final int ROUNDING = 3;

  /** Grey noise: a shift by one pixel would be seen everywhere. */
  private static int noise(int c, int x, int y) {
    int mixed = (x * 73_856_093) ^ (y * 19_349_663);
    return 20 + ((mixed ^ (mixed >>> 13)) & 0x7F);
  }

  /** Red grows to the right, green downwards, blue shrinks to the right. */
  private static int slopes(int c, int x, int y) {
    return c == 0
        ? x * 255 / EVEN_WIDTH
        : c == 1 ? y * 255 / EVEN_HEIGHT : 255 - x * 255 / EVEN_WIDTH;
  }

  @FunctionalInterface
  private interface Look {
    void at(Frame frame);
  }

  private static void withGrey(Path folder, TestVideo.Paint paint, Look look) throws IOException {
    withFrame(GreyVideo.write(folder, WIDTH, HEIGHT, paint), look);
  }

  private static void withFrame(Path file, Look look) {
    try (FrameSource source = FileSource.open(file)) {
      Frame frame = Objects.requireNonNull(source.next(s -> Instant.EPOCH));
      look.at(frame);
      frame.release();
    }
  }

  @Test
  void anyRegionIsReadToThePixel(@TempDir Path folder) throws IOException {
    withGrey(
        folder,
        FfmpegFrameTest::noise,
        frame -> {
          assertEquals(WIDTH, frame.width());
          assertEquals(HEIGHT, frame.height());
          Seeds.each(
              60,
              random -> {
                int x = random.nextInt(WIDTH);
                int y = random.nextInt(HEIGHT);
                Region region =
                    new Region(x, y, 1 + random.nextInt(WIDTH - x), 1 + random.nextInt(HEIGHT - y));
                assertReads(frame, region);
              });
          assertReads(frame, Region.whole(frame));
        });
  }

  @Test
  void everyWidthIsReadToItsEnd(@TempDir Path folder) throws IOException {
    withGrey(
        folder,
        FfmpegFrameTest::noise,
        frame -> {
          for (int width = 1; width <= WIDTH; width++) {
            assertReads(frame, new Region(0, 20, width, 4));
          }
        });
  }

  private static void assertReads(Frame frame, Region region) {
    try (PlanarRgb pixels = new PlanarRgb(region.width(), region.height())) {
      frame.read(region, region.width(), region.height(), pixels);
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < region.height(); y++) {
          for (int x = 0; x < region.width(); x++) {
            int expected = noise(c, region.x() + x, region.y() + y);
            int read = pixels.sample(c, x, y);
            if (Math.abs(expected - read) > ROUNDING) {
              throw new AssertionError(
                  region + ": " + read + " instead of " + expected + " at " + x + "," + y);
            }
          }
        }
      }
    }
  }

  @Test
  void aHalvedRegionHoldsTheMeanOfEachFourPixels(@TempDir Path folder) throws IOException {
    withGrey(
        folder,
        FfmpegFrameTest::noise,
        frame -> {
          Region region = new Region(40, 30, 128, 96);
          try (PlanarRgb pixels = new PlanarRgb(64, 48)) {
            frame.read(region, 64, 48, pixels);
            for (int y = 0; y < 48; y++) {
              for (int x = 0; x < 64; x++) {
                int sum = 0;
                for (int i = 0; i < 4; i++) {
                  sum += noise(1, 40 + 2 * x + i % 2, 30 + 2 * y + i / 2);
                }
                assertEquals(sum / 4.0, pixels.sample(1, x, y), ROUNDING, x + "," + y);
              }
            }
          }
        });
  }

  @Test
  void whateverTheSizeTheRestOfTheTargetIsBlack(@TempDir Path folder) throws IOException {
    withGrey(
        folder,
        (c, x, y) -> 200,
        frame ->
            Seeds.each(
                80,
                random -> {
                  int width = 1 + random.nextInt(100);
                  int height = 1 + random.nextInt(60);
                  try (PlanarRgb pixels =
                      new PlanarRgb(width + random.nextInt(33), height + random.nextInt(33))) {
                    for (int c = 0; c < 3; c++) {
                      pixels.plane(c).fill((byte) 77);
                    }
                    frame.read(new Region(20, 10, 200, 120), width, height, pixels);
                    assertFramed(pixels, width, height);
                  }
                }));
  }

  private static void assertFramed(PlanarRgb pixels, int width, int height) {
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < pixels.height(); y++) {
        for (int x = 0; x < pixels.width(); x++) {
          int expected = x < width && y < height ? 200 : 0;
          int read = pixels.sample(c, x, y);
          if (Math.abs(expected - read) > ROUNDING) {
            throw new AssertionError(
                "%dx%d in %dx%d: %d at %d,%d"
                    .formatted(width, height, pixels.width(), pixels.height(), read, x, y));
          }
        }
      }
    }
  }

  @Test
  void coloursKeepTheirChannels(@TempDir Path folder) throws IOException {
    TestVideo[] videos = {
      TestVideo.lossless(EVEN_WIDTH, EVEN_HEIGHT),
      new TestVideo(
          ".mkv", avcodec.AV_CODEC_ID_FFV1, avutil.AV_PIX_FMT_YUV444P, EVEN_WIDTH, EVEN_HEIGHT),
      new TestVideo(
          ".mkv", avcodec.AV_CODEC_ID_FFV1, avutil.AV_PIX_FMT_BGR0, EVEN_WIDTH, EVEN_HEIGHT),
      new TestVideo(
          ".avi", avcodec.AV_CODEC_ID_RAWVIDEO, avutil.AV_PIX_FMT_BGR24, EVEN_WIDTH, EVEN_HEIGHT),
      new TestVideo(
          ".avi", avcodec.AV_CODEC_ID_MJPEG, avutil.AV_PIX_FMT_YUVJ420P, EVEN_WIDTH, EVEN_HEIGHT),
      TestVideo.mpeg4(EVEN_WIDTH, EVEN_HEIGHT)
    };
    for (TestVideo video : videos) {
      withFrame(
          video.write(folder, FfmpegFrameTest::slopes, 0),
          frame -> {
            try (PlanarRgb pixels = new PlanarRgb(100, 80)) {
              frame.read(new Region(102, 54, 200, 160), 100, 80, pixels);
              for (int c = 0; c < 3; c++) {
                assertEquals(
                    slopes(c, 102 + 100, 54 + 80), pixels.sample(c, 50, 40), 9, video + " " + c);
                assertEquals(
                    slopes(c, 102 + 20, 54 + 140), pixels.sample(c, 10, 70), 9, video + " " + c);
              }
            }
          });
    }
  }

  @Test
  void beyondThePictureOrTheTargetIsRefused(@TempDir Path folder) throws IOException {
    withGrey(
        folder,
        (c, x, y) -> 128,
        frame -> {
          try (PlanarRgb pixels = new PlanarRgb(10, 10)) {
            for (Region beyond :
                new Region[] {
                  new Region(WIDTH - 5, 0, 10, 10),
                  new Region(0, HEIGHT - 5, 10, 10),
                  new Region(0, 0, WIDTH + 1, 1),
                  new Region(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 1)
                }) {
              assertThrows(
                  IllegalArgumentException.class, () -> frame.read(beyond, 10, 10, pixels));
            }
            Region region = new Region(0, 0, 20, 20);
            assertThrows(IllegalArgumentException.class, () -> frame.read(region, 11, 10, pixels));
            assertThrows(IllegalArgumentException.class, () -> frame.read(region, 10, 11, pixels));
          }
        });
  }

  @Test
  void manySizesInTurnKeepWorking(@TempDir Path folder) throws IOException {
    withGrey(
        folder,
        (c, x, y) -> 200,
        frame -> {
          // More sizes than scalers are kept, twice.
          for (int i = 0; i < 120; i++) {
            int side = 8 + i % 60;
            try (PlanarRgb pixels = new PlanarRgb(side, side)) {
              frame.read(new Region(0, 0, 100, 100), side, side, pixels);
              assertEquals(200, pixels.sample(1, side - 1, side - 1), ROUNDING);
            }
          }
        });
  }
}
