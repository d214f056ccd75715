package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of keys that were destroyed, one a line, beside the keys. A name is random and says
 * nothing, so that the list may be copied as often as one likes: a restore asks it which keys of a
 * backup must stay destroyed. It only grows.
 */
public final class DestroyedKeys {
  static final String FILE = "destroyed";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

  private DestroyedKeys() {}

  /** Writes a name down before its key goes; nothing where there is no key of that name. */
  static void add(Path folder, String name) throws IOException {
    if (Files.exists(folder.resolve(name + KeyFolder.SUFFIX))) {
      add(folder, Set.of(name));
    }
  }

  static void add(Path folder, Set<String> names) throws IOException {
    if (!names.isEmpty()) {
      // The line feed comes first, too: a power cut may have left half a line.
      String lines =
          names.stream().sorted().map(name -> "\n" + name + "\n").collect(Collectors.joining());
      PrivateFiles.append(folder.resolve(FILE), lines.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * The names in a list, or none where there is no such file; lines that are no name are passed
   * over.
   */
  public static Set<String> read(Path list) throws IOException {
    if (!Files.exists(list)) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> NAME.matcher(line).matches())
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
