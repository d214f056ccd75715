package org.haetae.benchmarks.robustness;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.haetae.benchmarks.robustness.corruption.Bitmap;
import org.haetae.benchmarks.robustness.corruption.Corruption;
import org.haetae.benchmarks.robustness.corruption.Optics;

/** One face spoilt in every way, a row a corruption, as a picture to look at. */
final class ContactSheet {
  private static final int CELL = 250;
  private static final int LINE = 20;

  private ContactSheet() {}

  static void write(Path file, Photograph photograph, List<Corruption> corruptions, long seed)
      throws IOException {
    int columns = Corruption.WORST + 1;
    BufferedImage sheet =
        new BufferedImage(
            columns * CELL, corruptions.size() * (CELL + LINE), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
      for (int row = 0; row < corruptions.size(); row++) {
        Corruption corruption = corruptions.get(row);
        for (int severity = 0; severity <= Corruption.WORST; severity++) {
          Bitmap picture =
              severity == 0
                  ? photograph.picture()
                  : corruption.applied(
                      photograph.picture(), photograph.read().face(), severity, seed);
          int top = row * (CELL + LINE);
          pen.drawImage(shown(picture), severity * CELL, top + LINE, CELL, CELL, null);
          pen.setColor(Color.WHITE);
          pen.drawString(
              severity == 0 ? corruption.name() : severity + ": " + corruption.step(severity),
              severity * CELL + 4,
              top + 15);
        }
      }
    } finally {
      pen.dispose();
    }
    ImageIO.write(sheet, "png", file.toFile());
  }

  private static BufferedImage shown(Bitmap picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Optics.encode(picture, ".bmp")));
  }
}
