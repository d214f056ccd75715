package org.haetae.console.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

public class PhotographIntakeTest {
  private static final int RUNS = 400;
  private final PhotographIntake intake = new PhotographIntake();

  /** Red on the left, blue on the right. */
  public static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width, height);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out));
    return out.toByteArray();
  }

  /** The same with an Exif block that says how the phone was held, and a word to look for. */
  private static byte[] held(byte[] jpeg, int orientation, String word) {
    byte[] text = (word + "\0").getBytes(StandardCharsets.US_ASCII);
    int second = 8 + 2 + 2 * 12 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(second + text.length);
    tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(second);
    tiff.putInt(0).put(text);
    byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + 4 + head.length + tiff.capacity());
    all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1);
    all.putShort((short) (2 + head.length + tiff.capacity())).put(head).put(tiff.array());
    all.put(jpeg, 2, jpeg.length - 2);
    return all.array();
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  @Test
  void aLargePictureBecomesASmallOneOfTheSameShape() throws Exception {
    BufferedImage taken = read(intake.jpeg(picture("jpg", 4000, 3000)));
    assertEquals(1600, taken.getWidth());
    assertEquals(1200, taken.getHeight());
  }

  @Test
  void aSmallPictureKeepsItsSizeAndBecomesJpeg() throws Exception {
    byte[] taken = intake.jpeg(picture("png", 320, 240));
    assertEquals((byte) 0xFF, taken[0]);
    assertEquals((byte) 0xD8, taken[1]);
    assertEquals(320, read(taken).getWidth());
  }

  @Test
  void whatThePhoneSaysOfHowItWasHeldIsDoneAndForgotten() throws Exception {
    byte[] upload = held(picture("jpg", 640, 320), 6, "secret-address");
    byte[] taken = intake.jpeg(upload);
    BufferedImage upright = read(taken);
    assertEquals(320, upright.getWidth());
    assertEquals(640, upright.getHeight());
    Color top = new Color(upright.getRGB(160, 100));
    assertTrue(
        top.getRed() > 200 && top.getBlue() < 60, "turned by a quarter to the right: " + top);
    assertTrue(text(upload).contains("secret-address"));
    assertFalse(text(taken).contains("secret-address"));
    assertFalse(text(taken).contains("Exif"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPictureThatWouldGrowBeyondMeasureIsRefusedByItsHeader() throws Exception {
    byte[] bomb = picture("png", 100, 100);
    ByteBuffer header = ByteBuffer.wrap(bomb);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    header.putInt(29, (int) sum.getValue());
    assertRefused("photograph.large", bomb);
  }

  @Test
  void whatIsNoPhotographIsRefused() throws Exception {
    assertRefused(
        "photograph.unreadable", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertRefused("photograph.unreadable", new byte[0]);
    assertRefused("photograph.format", picture("gif", 50, 50));
    assertRefused("photograph.format", picture("bmp", 50, 50));
  }

  private void assertRefused(String why, byte[] upload) {
    assertEquals(
        why, assertThrows(UnreadablePicture.class, () -> intake.jpeg(upload)).getMessage());
  }

  @Test
  void brokenPicturesAreTakenOrRefusedAndNothingElse() throws Exception {
    long seed = Long.getLong("haetae.seed", 20261126L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    byte[][] whole = {picture("jpg", 64, 48), picture("png", 64, 48)};
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      byte[] broken = whole[run % 2].clone();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      broken = Arrays.copyOf(broken, random.nextInt(broken.length) + 1);
      try {
        assertTrue(read(intake.jpeg(broken)).getWidth() <= 1600);
      } catch (UnreadablePicture e) {
        refused++;
      }
    }
    assertTrue(refused > RUNS / 10, "only " + refused + " were refused");
  }
}
