package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for bytes that should be gone in all files of a folder. */
public final class Remains {
  private Remains() {}

  /**
   * Where eight bytes in a row of any of {@code gone} are found, as file name and number; fifteen
   * in a row are never missed.
   */
  public static List<String> found(Path folder, List<byte[]> gone) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      Set<Long> there = there(ByteBuffer.wrap(Files.readAllBytes(file)));
      for (int i = 0; i < gone.size(); i++) {
        ByteBuffer bytes = ByteBuffer.wrap(gone.get(i));
        for (int at = 0; at + Long.BYTES <= bytes.limit(); at += Long.BYTES) {
          if (there.contains(bytes.getLong(at))) {
            found.add("%s: byte %d of number %d".formatted(file.getFileName(), at, i));
          }
        }
      }
    }
    return found;
  }

  private static Set<Long> there(ByteBuffer bytes) {
    Set<Long> there = new HashSet<>();
    for (int at = 0; at + Long.BYTES <= bytes.limit(); at++) {
      there.add(bytes.getLong(at));
    }
    return there;
  }
}
