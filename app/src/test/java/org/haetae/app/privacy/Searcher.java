package org.haetae.app.privacy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.haetae.domain.face.Embedding;

/**
 * Looks for people in bytes: marks in pictures wherever one begins, and vectors near to somebody's
 * embedding wherever one could lie, as float or double of either byte order. Keeps what it found.
 */
final class Searcher {
  private static final Pattern BASE_64 = Pattern.compile("/9j/[A-Za-z0-9+/]{200,}={0,2}");

  /** Of one model, two looks at one person are this near, and two strangers never. */
  private static final double NEAR = 0.5;

  /** Numbers that are looked at before the whole vector is. */
  private static final int FIRST = 24;

  private final List<float[]> people = new ArrayList<>();
  private final List<String> standing = new ArrayList<>();
  private final List<String> lying = new ArrayList<>();
  private final List<String> vectors = new ArrayList<>();
  private int pictures;
  private long bytes;

  Searcher(List<Embedding> people) {
    for (Embedding one : people) {
      float[] unit = new float[one.dimension()];
      one.copyTo(unit, 0);
      this.people.add(unit);
    }
  }

  /**
   * @param where it was, as findings are told
   */
  void search(String where, byte[] content) {
    bytes += content.length;
    pictures(where, content);
    Matcher coded = BASE_64.matcher(new String(content, StandardCharsets.ISO_8859_1));
    while (coded.find()) {
      String whole = coded.group().replace("=", "");
      pictures(where, Base64.getDecoder().decode(whole.substring(0, whole.length() / 4 * 4)));
    }
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      ByteBuffer buffer = ByteBuffer.wrap(content).order(order);
      vectors(where, buffer, Float.BYTES);
      vectors(where, buffer, Double.BYTES);
    }
  }

  private void pictures(String where, byte[] content) {
    for (int at = 0; at + 3 < content.length; at++) {
      boolean jpeg =
          content[at] == (byte) 0xff
              && content[at + 1] == (byte) 0xd8
              && content[at + 2] == (byte) 0xff;
      boolean png = content[at] == (byte) 0x89 && content[at + 1] == 'P' && content[at + 2] == 'N';
      if (jpeg || png) {
        picture(where + " at " + at, content, at);
      }
    }
  }

  private void picture(String where, byte[] content, int at) {
    BufferedImage picture;
    try {
      picture = ImageIO.read(new ByteArrayInputStream(content, at, content.length - at));
    } catch (IOException | RuntimeException e) {
      return;
    }
    if (picture == null) {
      return;
    }
    pictures++;
    if (Mark.STANDING.isIn(picture)) {
      standing.add(where);
    }
    if (Mark.LYING.isIn(picture)) {
      lying.add(where);
    }
  }

  private void vectors(String where, ByteBuffer content, int width) {
    int dimension = people.getFirst().length;
    for (int at = 0; at + width * dimension <= content.limit(); at++) {
      if (plausible(content, at, width) && near(content, at, width)) {
        vectors.add(where + " at " + at);
      }
    }
  }

  private static double number(ByteBuffer content, int at, int width) {
    return width == Float.BYTES ? content.getFloat(at) : content.getDouble(at);
  }

  /** Almost all bytes fail here at once. */
  private static boolean plausible(ByteBuffer content, int at, int width) {
    int alive = 0;
    for (int i = 0; i < FIRST; i++) {
      double value = number(content, at + i * width, width);
      // Also false for what is no number.
      if (!(Math.abs(value) < 1e6)) {
        return false;
      }
      alive += Math.abs(value) > 1e-6 ? 1 : 0;
    }
    return alive > FIRST / 2;
  }

  private boolean near(ByteBuffer content, int at, int width) {
    for (float[] person : people) {
      double dot = 0;
      double squares = 0;
      for (int i = 0; i < person.length; i++) {
        double value = number(content, at + i * width, width);
        dot += value * person[i];
        squares += value * value;
      }
      if (dot / Math.sqrt(squares) > NEAR) {
        return true;
      }
    }
    return false;
  }

  /** Where marks of strangers are. */
  List<String> standing() {
    return standing;
  }

  /** Where marks of respondents are. */
  List<String> lying() {
    return lying;
  }

  List<String> vectors() {
    return vectors;
  }

  int pictures() {
    return pictures;
  }

  long bytes() {
    return bytes;
  }
}
