package org.haetae.casework.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup says of itself before it is opened: four lines of text and an empty one, of which
 * every bit is bound to what follows. Nothing in it is about people.
 *
 * @param made when
 * @param schema the number of the script that made the database's tables
 * @param key the id of the key that seals it
 */
record BackupHeader(Instant made, int schema, String key) {
  private static final int FORMAT = 1;
  private static final int LONGEST = 200;
  private static final Pattern LINES =
      Pattern.compile(
          "haetae backup (\\d{1,6})\nmade (\\S{1,40})\nschema (\\d{1,6})\nkey ([0-9a-f]{1,8})\n\n");

  byte[] bytes() {
    return "haetae backup %d\nmade %s\nschema %d\nkey %s\n\n"
        .formatted(FORMAT, made, schema, key)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads as far as the empty line.
   *
   * @throws BackupException where it is none of this format
   */
  static BackupHeader read(InputStream in, Object source) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("\n\n")) {
      int next = in.read();
      if (next < 0 || text.length() > LONGEST) {
        throw notOne(source, new EOFException());
      }
      text.append((char) next);
    }
    Matcher lines = LINES.matcher(text);
    if (!lines.matches()) {
      throw notOne(source, new IOException("header"));
    }
    if (Integer.parseInt(lines.group(1)) != FORMAT) {
      throw new BackupException(
          "%s was made by a newer version of Haetae: restore it with that one".formatted(source));
    }
    try {
      return new BackupHeader(
          Instant.parse(lines.group(2)), Integer.parseInt(lines.group(3)), lines.group(4));
    } catch (DateTimeException e) {
      throw notOne(source, e);
    }
  }

  private static BackupException notOne(Object source, Exception cause) {
    return new BackupException(
        "%s is no backup of Haetae, or its beginning was altered: choose another file"
            .formatted(source),
        cause);
  }
}
