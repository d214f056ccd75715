package org.haetae.app.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.haetae.app.Home;
import org.haetae.app.live.Announced;
import org.haetae.app.live.FirstAccount;
import org.haetae.app.live.Visitor;

/**
 * {@code haetae run --verbose} in a process of its own, so that its memory, threads and sockets are
 * its own and everything that it or a native library prints is read. Safe for many threads.
 */
final class HaetaeProcess implements AutoCloseable {
  private final Process process;
  private final Secrets secrets;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Announced announced = new Announced();
  private Optional<Visitor> visitor = Optional.empty();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private final PrintWriter copy;
  private final Thread reader;

  /**
   * Starts it.
   *
   * @param limit it ends by itself after that time, should this process be killed
   * @param log where a copy of its output goes; what its collector did goes beside it
   */
  HaetaeProcess(
      Path config, Map<String, String> environment, Duration limit, Path log, Secrets secrets)
      throws IOException {
    this.secrets = secrets;
    ProcessBuilder builder =
        new ProcessBuilder(command(config, limit, pauses(log))).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    process = builder.start();
    copy = new PrintWriter(Files.newBufferedWriter(log), true);
    reader = Thread.ofVirtual().name("log").start(this::follow);
  }

  /**
   * The whole heap is resident from the beginning: whatever grows then is not the collector's
   * laziness.
   */
  private static List<String> command(Path config, Duration limit, Path pauses) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--add-modules=jdk.incubator.vector",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseZGC",
        "-Xlog:gc,gc+phases:file=" + pauses,
        "-XX:TrimNativeHeapInterval=30000",
        "-Xms256m",
        "-Xmx256m",
        "-XX:+AlwaysPreTouch",
        "-Dai.djl.offline=true",
        "-Dhaetae.home=" + Home.folder(),
        "org.haetae.app.Main",
        "run",
        "--verbose",
        "--config",
        config.toString(),
        "--for",
        limit.toSeconds() + "s");
  }

  /** Where the collector of a process that logs there writes. */
  static Path pauses(Path log) {
    return log.resolveSibling("soak-gc.log");
  }

  private void follow() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        copy) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.println(secrets.read("the log", line));
        announced.hear(line);
        if (line.contains(" ERROR ") || line.contains("Exception")) {
          errors.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      announced.ended();
    }
  }

  /** Writes a line of our own into the copy of the log. */
  void note(String line) {
    copy.printf("%s ---- %s%n", Instant.now(), line);
  }

  long pid() {
    return process.pid();
  }

  boolean runs() {
    return process.isAlive();
  }

  /** Lines of its log that speak of errors or exceptions. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Its metrics, byte for byte. */
  String metrics() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(announced.metrics()))
            .timeout(Duration.ofSeconds(10))
            .build();
    return secrets.read(
        "/metrics",
        client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1)).body());
  }

  /** What it serves somebody who is signed in at a path of its console, byte for byte. */
  String get(String path) throws IOException, InterruptedException {
    byte[] body = visitor().bytes(path).body();
    return secrets.read(path, new String(body, StandardCharsets.ISO_8859_1));
  }

  private synchronized Visitor visitor() throws IOException, InterruptedException {
    if (visitor.isEmpty()) {
      visitor = Optional.of(FirstAccount.by(announced.firstLink()));
    }
    return visitor.get();
  }

  /** Megabytes of the heap that are in use after a full collection. */
  double liveHeapMb() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = jcmd.inputReader(StandardCharsets.UTF_8)) {
      output.lines().filter(line -> line.startsWith("Total")).forEach(lines::add);
    }
    jcmd.waitFor();
    if (lines.isEmpty()) {
      throw new IOException("jcmd could not count the heap");
    }
    return Double.parseDouble(lines.getLast().trim().split(" +", -1)[2]) / (1 << 20);
  }

  /**
   * Asks it to end, as Ctrl-C does.
   *
   * @return whether it did so within the limit
   */
  boolean stop(Duration limit) throws InterruptedException {
    process.destroy();
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && reader.join(limit);
  }

  @Override
  public synchronized void close() {
    process.destroyForcibly();
    visitor.ifPresent(Visitor::close);
    client.close();
  }
}
