package org.haetae.console.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes a photograph out of bytes that a stranger's phone sent: a JPEG of ours, upright, without
 * anything that travelled with the picture, such as where it was taken. What would grow beyond
 * measure as it is decoded is refused by its header. One at a time, for each costs memory. Safe for
 * many threads.
 */
public final class PhotographIntake {
  /** Of an upload. */
  public static final long MOST_BYTES = 10L << 20;

  private static final long MOST_PIXELS = 50_000_000;
  private static final int LONGEST_SIDE = 1600;
  private static final double QUALITY = 0.8;
  private static final Set<String> FORMATS = Set.of("jpeg", "png");

  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @return JPEG, no side longer than 1600 px
   * @throws UnreadablePicture where the bytes are no picture, or too large a one
   */
  byte[] jpeg(byte[] upload) throws UnreadablePicture {
    turn.lock();
    try {
      require(upload);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      // An upright picture in its own size, if that is small enough; never enlarged.
      BufferedImage upright =
          Thumbnails.of(new ByteArrayInputStream(upload)).scale(1).asBufferedImage();
      int longest = Math.max(upright.getWidth(), upright.getHeight());
      Thumbnails.of(upright)
          .scale(Math.min(1, (double) LONGEST_SIDE / longest))
          .imageType(BufferedImage.TYPE_INT_RGB)
          .outputFormat("jpg")
          .outputQuality(QUALITY)
          .toOutputStream(out);
      return out.toByteArray();
    } catch (IOException | RuntimeException e) {
      // Readers of foreign bytes throw whatever they stumble over.
      UnreadablePicture unreadable = new UnreadablePicture("photograph.unreadable");
      unreadable.initCause(e);
      throw unreadable;
    } finally {
      turn.unlock();
    }
  }

  private static void require(byte[] upload) throws IOException, UnreadablePicture {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UnreadablePicture("photograph.unreadable");
      }
      ImageReader reader = readers.next();
      try {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw new UnreadablePicture("photograph.format");
        }
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          throw new UnreadablePicture("photograph.large");
        }
      } finally {
        reader.dispose();
      }
    }
  }
}
