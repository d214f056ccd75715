package org.haetae.benchmarks.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.haetae.app.Main;
import org.haetae.pipeline.capture.address.StreamAddress;

/** {@code haetae sim} as a process beside this one. Ends with it or when closed. */
public final class SimProcess implements AutoCloseable {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Process process;
  private final Path config;
  private final List<StreamAddress> addresses = new ArrayList<>();

  public SimProcess(Path clip, Optional<Path> small, int cameras) throws IOException {
    int first = freeRange(cameras);
    StringBuilder yaml = new StringBuilder("listen:\n  port: " + first + "\n  control-port: 0\n");
    yaml.append("cameras:\n");
    for (int i = 0; i < cameras; i++) {
      String sub = small.map(path -> ", sub-clip: " + path).orElse("");
      yaml.append("  - {name: camera-%d, clip: %s%s}\n".formatted(i, clip, sub));
      addresses.add(StreamAddress.parse("rtsp://127.0.0.1:%d/camera-%d".formatted(first + i, i)));
    }
    config = Files.writeString(Files.createTempFile("idle", ".yaml"), yaml);
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dhaetae.home=" + System.getProperty("haetae.home"),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sim",
                "--config",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitPort(first + cameras - 1);
  }

  /** The small stream beside one of {@link #addresses}. */
  public static StreamAddress small(StreamAddress address) {
    return StreamAddress.parse(address + "/sub");
  }

  /** One for each camera. */
  public List<StreamAddress> addresses() {
    return List.copyOf(addresses);
  }

  /** A port from which on that many are likely to be free. */
  private static int freeRange(int cameras) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Math.min(probe.getLocalPort(), 65_000 - cameras);
    }
  }

  private void awaitPort(int port) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        LockSupport.parkNanos(100_000_000);
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("the simulated cameras did not start");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.delete(config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
