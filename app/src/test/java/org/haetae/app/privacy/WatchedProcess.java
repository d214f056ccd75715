package org.haetae.app.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.app.Home;

/**
 * {@code haetae run --verbose} in a process and with a temporary folder of its own, under the
 * options that both launchers set.
 */
final class WatchedProcess implements AutoCloseable {
  private static final Pattern METRICS = Pattern.compile("metrics: (http://\\S+metrics)");
  private static final Pattern FIRST = Pattern.compile("within two days: (http://\\S+)");

  private final Process process;
  private final CompletableFuture<String> metrics = new CompletableFuture<>();
  private final CompletableFuture<String> first = new CompletableFuture<>();

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
        found(METRICS, line, metrics);
        found(FIRST, line, first);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      metrics.completeExceptionally(new IOException("haetae ended early; its log says why"));
      first.completeExceptionally(new IOException("haetae ended early; its log says why"));
    }
  }

  private static void found(Pattern what, String line, CompletableFuture<String> into) {
    Matcher found = what.matcher(line);
    if (found.find()) {
      into.complete(found.group(1));
    }
  }

  String metrics() throws Exception {
    return metrics.get(60, TimeUnit.SECONDS);
  }

  String firstLink() throws Exception {
    return first.get(60, TimeUnit.SECONDS);
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
