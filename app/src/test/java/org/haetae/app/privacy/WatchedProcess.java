package org.haetae.app.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haetae.app.Home;
import org.haetae.app.live.Announced;

/**
 * {@code haetae run --verbose} in a process and with a temporary folder of its own, under the
 * options that both launchers set.
 */
final class WatchedProcess implements AutoCloseable {
  private final Process process;
  private final Announced announced = new Announced();

  /**
   * @param log where all that it prints goes
   */
  WatchedProcess(Path config, Path temp, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-Xmx512m",
                "-Djava.io.tmpdir=" + temp,
                "-Dai.djl.offline=true",
                "-Dhaetae.home=" + Home.folder(),
                "org.haetae.app.Main",
                "run",
                "--verbose",
                "--config",
                config.toString(),
                "--for",
                "120s")
            .redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("TMPDIR", temp.toString());
    process = builder.start();
    Thread.ofVirtual().start(() -> follow(log));
  }

  private void follow(Path log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Writer copy = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line + "\n");
        announced.hear(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      announced.ended();
    }
  }

  Announced announced() {
    return announced;
  }

  /** The kernel's limit on a dump of its memory, as {@code /proc} has it. */
  List<String> limits() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "limits"));
  }

  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
