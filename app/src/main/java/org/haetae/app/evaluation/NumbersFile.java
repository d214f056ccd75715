package org.haetae.app.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.haetae.console.site.Measurement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file in which an evaluation leaves its numbers for a site's page: no face, no name, no path.
 */
public final class NumbersFile {
  private static final int FORMAT = 1;

  /** Two curves of a thousand points are 110 kB. */
  private static final int MOST_BYTES = 128 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** What the file holds. */
  private record Numbers(int format, Measurement.Errors errors) {}

  private NumbersFile() {}

  /** Writes it anew, whole or not at all. */
  public static void write(Path file, Evaluation evaluation, Instant measured) throws IOException {
    Measurement.Errors errors =
        new Measurement.Errors(
            measured.truncatedTo(ChronoUnit.SECONDS),
            evaluation.model(),
            evaluation.identities(),
            evaluation.photographs(),
            evaluation.notEnrolled().size(),
            MeasuredCurve.of(evaluation.verification()),
            MeasuredCurve.of(evaluation.identification()));
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.write(half, MAPPER.writeValueAsBytes(new Numbers(FORMAT, errors)));
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
    try {
      Numbers numbers = MAPPER.readValue(bytes, Numbers.class);
      return numbers != null && numbers.format() == FORMAT
          ? numbers.errors()
          : new Measurement.Unreadable();
    } catch (JacksonException foreign) {
      return new Measurement.Unreadable();
    }
  }
}
