package org.haetae.pipeline.capture.address;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** Reads a password file and looks at who else may read it. */
final class PasswordReader {
  /** A password of 1024 characters in UTF-8 with its line's end is shorter. */
  private static final int MOST_BYTES = 4200;

  private PasswordReader() {}

  static Secret read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the password file %s can't be read: check that it exists and that this user may read it"
              .formatted(file));
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the password file %s is too long: it must hold the password as its only line"
              .formatted(file));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String line = text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text;
    line = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    if (line.isEmpty()) {
      throw new IllegalArgumentException(
          "the password file %s is empty: it must hold the password as its only line"
              .formatted(file));
    }
    return new Secret(line);
  }

  static Optional<String> warning(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
          ? Optional.of(
              "the password file %s can be read by everybody on this machine: chmod 600 it"
                  .formatted(file))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // no POSIX rights to judge by
    }
  }
}
