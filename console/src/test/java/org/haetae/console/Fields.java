package org.haetae.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of all fields that any page reads, found in the sources, so that none is forgotten. */
final class Fields {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern READ =
      Pattern.compile(
          "(?:field|maybe|ticked|formParam|queryParam|query)\\((?:ctx, )?\"([a-z-]+)\"");

  private Fields() {}

  static List<String> all() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        READ.matcher(Files.readString(file)).results().forEach(one -> names.add(one.group(1)));
      }
    }
    return List.copyOf(names);
  }
}
