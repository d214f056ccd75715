package org.haetae.casework.backup;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haetae.casework.store.SqliteFacts;

/**
 * What a backup holds, written last and sealed with it.
 *
 * @param files the SHA-256 of each, in hexadecimal
 * @param entry the number of the audit trail's last entry
 * @param hash of that entry, in hexadecimal
 */
record Manifest(Map<String, String> files, SqliteFacts facts, long entry, String hash) {
  Manifest {
    files = new TreeMap<>(files);
  }

  String text() {
    return "schema %d\ntrail %d %s\n".formatted(facts.schema(), entry, hash)
        + lines("rows", facts.rows())
        + lines("sha256", files);
  }

  private static String lines(String word, Map<String, ?> values) {
    return values.entrySet().stream()
        .map(each -> "%s %s %s\n".formatted(word, each.getValue(), each.getKey()))
        .collect(Collectors.joining());
  }

  static Manifest parsed(String text) {
    int schema = 0;
    long entry = 0;
    String hash = "";
    Map<String, Long> rows = new TreeMap<>();
    Map<String, String> files = new TreeMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "schema" -> schema = Integer.parseInt(words[1]);
        case "trail" -> {
          entry = Long.parseLong(words[1]);
          hash = words[2];
        }
        case "rows" -> rows.put(words[2], Long.parseLong(words[1]));
        case "sha256" -> files.put(words[2], words[1]);
        default -> throw new IllegalArgumentException(line);
      }
    }
    return new Manifest(files, new SqliteFacts(schema, rows), entry, hash);
  }
}
