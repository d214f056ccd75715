package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever ends the process, at any moment, finds no crash. */
class EndedIT {
  @TempDir private Path folder = Path.of("");

  private Process started(String... command) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-XX:-CreateCoredumpOnCrash",
                "-Xmx512m",
                "-Dai.djl.offline=true",
                "-Dhaetae.home=" + Home.folder(),
                "org.haetae.app.Main"));
    all.addAll(Arrays.asList(command));
    ProcessBuilder builder =
        new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.start();
  }

  /** Ends it as soon as a line with those words was printed; answers what it printed. */
  private String endedAt(Process process, String words) throws Exception {
    StringBuilder printed = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.append(line).append('\n');
        if (line.contains(words)) {
          assertTrue(process.toHandle().destroy()); // the process's own would close its output
        }
      }
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), printed.toString());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList(), printed.toString());
    }
    assertFalse(printed.toString().contains("SIGSEGV"), printed.toString());
    return printed.toString();
  }

  /** The shards look at their first pictures then. */
  @Test
  void aSiteThatHasJustBegunIsClosedInItsOrder() throws Exception {
    Process process = started("demo", "--port", "0");
    String printed = endedAt(process, "Come in as");
    assertEquals(0, process.exitValue(), printed);
  }

  @Test
  void aCommandInTheMiddleOfItsWorkEndsOnTheSpot() throws Exception {
    Path footage = Home.folder().resolve("camera-sim/footage");
    Process process =
        started(
            "evaluate",
            "--video",
            footage.resolve("clips").toString(),
            "--watchlist",
            footage.resolve("enrolment").toString());
    String printed = endedAt(process, "10 %");
    assertEquals(128 + 15, process.exitValue(), printed);
  }
}
