package org.haetae.casework.delivery.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The least of a mail server that offers STARTTLS (RFC 3207): GreenMail offers none. It remembers
 * each line that it was told and whether TLS was spoken by then.
 */
final class StartTlsServer implements AutoCloseable {
  /** A line from the client. */
  record Line(boolean encrypted, String text) {}

  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final SSLContext tls;
  private final ServerSocket door;

  StartTlsServer(SSLContext tls) throws IOException {
    this.tls = tls;
    this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::greet);
  }

  int port() {
    return door.getLocalPort();
  }

  List<Line> lines() {
    return lines;
  }

  private void greet() {
    while (!door.isClosed()) {
      try (Socket plain = door.accept()) {
        say(plain, "220 test");
        talk(plain, false);
      } catch (IOException _) {
        // The client hung up, or the door is closed.
      }
    }
  }

  private void talk(Socket socket, boolean encrypted) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(new Line(encrypted, line));
      if (data) {
        data = !line.equals(".");
        if (!data) {
          say(socket, "250 taken over");
        }
        continue;
      }
      switch (line.toUpperCase(Locale.ROOT).split(" ", 2)[0]) {
        case "EHLO" ->
            say(socket, encrypted ? "250-test\r\n250 AUTH PLAIN" : "250-test\r\n250 STARTTLS");
        case "STARTTLS" -> {
          say(socket, "220 go ahead");
          talk(upgraded(socket), true);
          return;
        }
        case "AUTH" -> say(socket, "235 known");
        case "DATA" -> {
          data = true;
          say(socket, "354 end with a dot");
        }
        default -> say(socket, "250 so be it");
      }
    }
  }

  private SSLSocket upgraded(Socket plain) throws IOException {
    SSLSocket secure =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, "test", plain.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
