package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of somebody else's; where it is not installed, the test that needs it is skipped.
 *
 * @param debian the package that it comes in
 */
record Tool(String name, String debian) {
  /** What it printed, with its exit code. */
  record Ran(int code, String output) {}

  void needed() throws IOException, InterruptedException {
    try {
      new ProcessBuilder(name, "--version").start().destroyForcibly().waitFor();
    } catch (IOException e) {
      assumeTrue(false, "there is no " + name + " on this machine (" + debian + ")");
    }
  }

  /**
   * @param log where its output may be kept meanwhile
   */
  Ran run(Path log, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> name + " does not end");
      return new Ran(process.exitValue(), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }
}
