package org.haetae.pipeline.capture.rtsp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers each request with what a script says, on the loopback and a free port. */
final class FakeRtspServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Function<String, String> script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * @param script from a request's head to the reply; an empty reply closes the connection and a
   *     null character leaves the client waiting
   */
  FakeRtspServer(Function<String, String> script) throws IOException {
    this.script = script;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  String url(String path) {
    return "rtsp://127.0.0.1:" + port() + path;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = socket.getOutputStream();
      StringBuilder head = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        head.append(line).append('\n');
        if (line.isEmpty()) {
          requests.add(head.toString());
          String reply = script.apply(head.toString());
          head.setLength(0);
          if (reply.isEmpty()) {
            return;
          }
          if (!reply.equals("\0")) {
            out.write(reply.getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException e) {
      // the client is gone
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
