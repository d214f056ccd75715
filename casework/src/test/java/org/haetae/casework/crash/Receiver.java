package org.haetae.casework.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes keys over, one line each, and says so. It outlives the processes that are killed. */
final class Receiver implements AutoCloseable {
  private final ServerSocket server;
  private final Map<UUID, Integer> times = new ConcurrentHashMap<>();

  Receiver() throws IOException {
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::run);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How often each key came. */
  Map<UUID, Integer> times() {
    return Map.copyOf(times);
  }

  private void run() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> take(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void take(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line != null && line.length() == 36) {
        times.merge(UUID.fromString(line), 1, Integer::sum);
        socket.getOutputStream().write('+');
      }
    } catch (IOException e) {
      // The sender was killed half way.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
