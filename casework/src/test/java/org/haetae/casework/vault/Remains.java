package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for bytes that should be gone in all files of a folder. */
public final class Remains {
  private static final int WINDOW = 24;
  private static final int STRIDE = 96;

  private Remains() {}

  /** Where a part of any of {@code gone} is found, as file name and number of the part. */
  public static List<String> found(Path folder, List<byte[]> gone) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (int i = 0; i < gone.size(); i++) {
        byte[] bytes = gone.get(i);
        for (int at = 0; at + WINDOW <= bytes.length; at += STRIDE) {
          String part = new String(bytes, at, WINDOW, StandardCharsets.ISO_8859_1);
          if (content.contains(part)) {
            found.add("%s: part %d of %d".formatted(file.getFileName(), at / STRIDE, i));
          }
        }
      }
    }
    return found;
  }
}
