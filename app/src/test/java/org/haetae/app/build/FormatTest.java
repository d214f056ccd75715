package org.haetae.app.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;

/**
 * Every source file looks as google-java-format would write it; -Dhaetae.format=fix rewrites them.
 */
class FormatTest {
  private static final boolean FIX = "fix".equals(System.getProperty("haetae.format"));

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    Formatter formatter = new Formatter(JavaFormatterOptions.builder().build());
    List<Path> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted =
          RemoveUnusedImports.removeUnusedImports(formatter.formatSourceAndFixImports(source));
      if (!formatted.equals(source)) {
        if (FIX) {
          Files.writeString(file, formatted);
        } else {
          wrong.add(Home.folder().relativize(file));
        }
      }
    }
    assertEquals(
        List.of(), wrong, "run: mvn test -pl app -am -Dhaetae.format=fix -Dtest=FormatTest");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Home.folder())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }
}
