package org.haetae.models.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.haetae.models.Home;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StillPictureTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  /** Smooth colours, so that JPEG loses little, with a red block in the upper left corner. */
  private static int colour(int c, int x, int y) {
    if (x < 24 && y < 16) {
      return c == 0 ? 255 : 0;
    }
    return c == 0 ? 40 : c == 1 ? 60 + x : 60 + 2 * y;
  }

  private static byte[] jpeg() {
    try (PlanarRgb pixels = new PlanarRgb(WIDTH, HEIGHT)) {
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
          pixels.set(c, i % WIDTH, i / WIDTH, colour(c, i % WIDTH, i / WIDTH));
        }
      }
      return JpegEncoder.encode(pixels, 98);
    }
  }

  private static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      image.setRGB(x, y, colour(0, x, y) << 16 | colour(1, x, y) << 8 | colour(2, x, y));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static StillPicture decoded(byte[] file) {
    return StillPicture.decode(file).orElseThrow();
  }

  private static void assertReads(byte[] file, int tolerance) {
    try (StillPicture picture = decoded(file);
        PlanarRgb pixels = new PlanarRgb(WIDTH, HEIGHT)) {
      assertEquals(WIDTH, picture.width());
      assertEquals(HEIGHT, picture.height());
      picture.read(Region.whole(picture), WIDTH, HEIGHT, pixels);
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < HEIGHT; y++) {
          for (int x = 0; x < WIDTH; x++) {
            boolean besideTheBlock = x < 40 && y < 32;
            if (tolerance == 0 || !besideTheBlock) {
              assertEquals(
                  colour(c, x, y), pixels.sample(c, x, y), tolerance, c + ":" + x + "," + y);
            }
          }
        }
      }
    }
  }

  @Test
  void aPngIsReadToTheSample() throws IOException {
    assertReads(png(), 0);
  }

  @Test
  void whatIsWrittenAsJpegIsReadAgain() {
    assertReads(jpeg(), 8);
  }

  @Test
  void aRegionIsReadAtItsOwnSizeAndTheRestIsBlack() throws IOException {
    try (StillPicture picture = decoded(png());
        PlanarRgb pixels = new PlanarRgb(50, 40)) {
      pixels.plane(0).fill((byte) 99);
      picture.read(new Region(30, 20, 40, 30), 40, 30, pixels);
      assertEquals(colour(1, 30, 20), pixels.sample(1, 0, 0));
      assertEquals(colour(2, 69, 49), pixels.sample(2, 39, 29));
      assertEquals(0, pixels.sample(0, 40, 0));
      assertEquals(0, pixels.sample(0, 0, 30));
      picture.read(new Region(30, 20, 40, 30), 20, 15, pixels);
      assertEquals((colour(1, 30, 0) + colour(1, 31, 0)) / 2.0, pixels.sample(1, 0, 0), 1);
    }
  }

  @Test
  void beyondThePictureOrTheTargetIsRefused() throws IOException {
    try (StillPicture picture = decoded(png());
        PlanarRgb pixels = new PlanarRgb(10, 10)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> picture.read(new Region(0, 0, 20, 20), 11, 10, pixels));
      assertThrows(
          IllegalArgumentException.class,
          () -> picture.read(new Region(90, 0, 10, 10), 10, 10, pixels));
      assertThrows(
          IllegalArgumentException.class,
          () -> picture.read(new Region(0, 60, 10, 10), 10, 10, pixels));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 96, 64, 4, 4",
    "3, 96, 64, 91, 59",
    "6, 64, 96, 59, 4",
    "8, 64, 96, 4, 91",
    "2, 96, 64, 91, 4"
  })
  void aPhotographIsTurnedUprightByItsExif(int orientation, int width, int height, int x, int y) {
    try (StillPicture picture = decoded(withOrientation(jpeg(), orientation));
        PlanarRgb pixels = new PlanarRgb(width, height)) {
      assertEquals(width, picture.width());
      assertEquals(height, picture.height());
      picture.read(Region.whole(picture), width, height, pixels);
      assertTrue(pixels.sample(0, x, y) > 200 && pixels.sample(1, x, y) < 60);
    }
  }

  /** Puts an EXIF segment that holds nothing but the orientation behind the file's first marker. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'I',
      'I',
      42,
      0,
      8,
      0,
      0,
      0,
      1,
      0,
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] file = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, file, 0, 2);
    System.arraycopy(exif, 0, file, 2, exif.length);
    System.arraycopy(jpeg, 2, file, 2 + exif.length, jpeg.length - 2);
    return file;
  }

  @Test
  void whatIsNoPictureIsEmpty() throws IOException {
    assertEquals(Optional.empty(), StillPicture.decode(new byte[0]));
    assertEquals(Optional.empty(), StillPicture.decode(new byte[1]));
    assertEquals(Optional.empty(), StillPicture.decode(new byte[100_000]));
    assertEquals(
        Optional.empty(), StillPicture.decode("GIF? no.".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Optional.empty(), StillPicture.decode(Arrays.copyOf(jpeg(), 20)));
    assertEquals(Optional.empty(), StillPicture.decode(Arrays.copyOf(png(), 40)));
  }

  @Test
  void aPictureThatOnlyClaimsToBeHugeTakesNoMemory() throws IOException {
    byte[] file = png();
    // Width and height stand behind the signature and the head of the first chunk.
    Arrays.fill(file, 18, 20, (byte) 0xFF);
    Arrays.fill(file, 22, 24, (byte) 0xFF);
    CRC32 sum = new CRC32();
    sum.update(file, 12, 17);
    ByteBuffer.wrap(file).putInt(29, (int) sum.getValue());
    assertEquals(Optional.empty(), StillPicture.decode(file));
  }

  @Test
  void noMutatedPhotographBreaksTheDecoder() throws IOException {
    byte[] photograph = jpeg();
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      byte[] mutated = Arrays.copyOf(photograph, 20 + random.nextInt(photograph.length - 19));
      int changes = 1 + random.nextInt(20);
      for (int i = 0; i < changes; i++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      }
      try {
        StillPicture.decode(mutated).ifPresent(StillPictureTest::readAndClose);
      } catch (RuntimeException e) {
        throw new AssertionError("broken by seed " + seed, e);
      }
    }
  }

  private static void readAndClose(StillPicture picture) {
    try (picture;
        PlanarRgb pixels = new PlanarRgb(32, 32)) {
      picture.read(Region.whole(picture), 32, 32, pixels);
    }
  }

  @Test
  void everyRenderedPhotographIsReadable() throws IOException {
    for (var file : Home.enrolmentPhotographs()) {
      try (StillPicture picture = Home.decode(file)) {
        assertTrue(picture.width() > 100 && picture.height() > 100, file.toString());
      }
    }
  }
}
