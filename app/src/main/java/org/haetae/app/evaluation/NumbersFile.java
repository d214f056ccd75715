package org.haetae.app.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.console.site.Measurement;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file in which an evaluation leaves its numbers for a site: no face, no name, no path.
 *
 * @param <T> what was measured
 */
public final class NumbersFile<T extends Record> {
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

  private final Path file;
  private final JavaType type;

  /** What the file holds. */
  private record Numbers<T>(int format, T errors) {}

  private NumbersFile(Path file, Class<T> numbers) {
    this.file = file;
    this.type = MAPPER.getTypeFactory().constructParametricType(Numbers.class, numbers);
  }

  /** Of a site's evaluation on photographs. */
  public static NumbersFile<PhotographErrors> photographs(Records records) {
    return new NumbersFile<>(records.beside(".evaluation"), PhotographErrors.class);
  }

  /** Of a site's evaluation on recordings. */
  public static NumbersFile<RecordingErrors> recordings(Records records) {
    return new NumbersFile<>(records.beside(".recordings"), RecordingErrors.class);
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /** Writes it anew, whole or not at all. */
  public void write(T numbers) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.write(half, MAPPER.writeValueAsBytes(new Numbers<>(FORMAT, numbers)));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What it says; whatever else lies in its place is not believed. */
  public Measurement<T> read() {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Measurement.None<>();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Measurement.Unreadable<>();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? new Measurement.Unreadable<>() : read(bytes);
    } catch (IOException e) {
      return new Measurement.Unreadable<>();
    }
  }

  Measurement<T> read(byte[] bytes) {
    try {
      Numbers<T> numbers = MAPPER.readValue(bytes, type);
      return numbers != null && numbers.format() == FORMAT
          ? new Measurement.Known<>(numbers.errors())
          : new Measurement.Unreadable<>();
    } catch (JacksonException foreign) {
      return new Measurement.Unreadable<>();
    }
  }
}
