package org.haetae.app.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.haetae.console.site.Measurement;

/**
 * The file in which an evaluation leaves its numbers for a site's page: no face, no name, no path.
 */
public final class NumbersFile {
  /** Two curves of two thousand points are 120 kB. */
  private static final int MOST_BYTES = 128 * 1024;

  private NumbersFile() {}

  /** Writes it anew, whole or not at all. */
  public static void write(Path file, Evaluation evaluation, Instant measured) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(half, NumbersText.of(evaluation, measured), StandardCharsets.US_ASCII);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What it says; whatever else lies in its place is not believed. */
  public static Measurement read(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Measurement.None();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Measurement.Unreadable();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? new Measurement.Unreadable() : read(bytes);
    } catch (IOException e) {
      return new Measurement.Unreadable();
    }
  }

  static Measurement read(byte[] bytes) {
    // Bytes beyond ASCII become U+FFFD, which stands in no line.
    return NumbersText.parse(new String(bytes, StandardCharsets.US_ASCII))
        .map(errors -> (Measurement) errors)
        .orElseGet(Measurement.Unreadable::new);
  }
}
