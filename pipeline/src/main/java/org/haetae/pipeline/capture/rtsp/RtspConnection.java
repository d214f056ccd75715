package org.haetae.pipeline.capture.rtsp;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.haetae.pipeline.capture.address.StreamAddress;

/** One connection to a server, closed by force at the deadline. One thread at a time. */
final class RtspConnection implements Closeable {
  private static final int MOST_BYTES = 256 * 1024;

  private final Socket socket;
  private final Deadline deadline;
  private int received;
  private boolean used;

  private RtspConnection(Socket socket, Deadline deadline) {
    this.socket = socket;
    this.deadline = deadline;
  }

  /** Connects to the first of {@code candidates} that lets itself be connected to. */
  static RtspConnection open(
      StreamAddress address, List<InetAddress> candidates, Deadline deadline, SSLSocketFactory tls)
      throws IOException {
    IOException last = new IOException("no address to connect to");
    for (InetAddress candidate : candidates) {
      Socket plain = new Socket();
      // A read time-out alone doesn't bound a TLS handshake whose bytes trickle in.
      CompletableFuture.delayedExecutor(deadline.remainingMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> closeQuietly(plain));
      try {
        plain.connect(new InetSocketAddress(candidate, address.port()), deadline.remainingMillis());
        plain.setSoTimeout(deadline.remainingMillis());
        plain.setTcpNoDelay(true);
        return new RtspConnection(
            address.scheme().encrypted() ? encrypted(plain, address, tls) : plain, deadline);
      } catch (IOException e) {
        closeQuietly(plain);
        last = e;
      }
    }
    throw last;
  }

  private static Socket encrypted(Socket plain, StreamAddress address, SSLSocketFactory tls)
      throws IOException {
    Socket socket = tls.createSocket(plain, address.host(), address.port(), true);
    if (socket instanceof SSLSocket ssl) {
      SSLParameters parameters = ssl.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      ssl.setSSLParameters(parameters);
      ssl.startHandshake();
    }
    return socket;
  }

  /**
   * Sends a request and waits for its reply.
   *
   * @return empty when the server had closed the connection after an earlier reply
   */
  Optional<RtspReply> exchange(String request) throws IOException, ProbeEnd {
    boolean reused = used;
    used = true;
    byte[] buffer = new byte[8192];
    try (ReplyReader reader = new ReplyReader()) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        while (true) {
          socket.setSoTimeout(deadline.remainingMillis());
          int count = in.read(buffer);
          received += Math.max(count, 0);
          if (count < 0 || received > MOST_BYTES) {
            throw new EOFException(count < 0 ? "closed" : "more than 256 KiB");
          }
          Optional<RtspReply> reply = reader.feed(buffer, count);
          if (reply.isPresent()) {
            return reply;
          }
        }
      } catch (IOException e) {
        if (reused && !reader.hasBegun() && !deadline.isOver()) {
          return Optional.empty();
        }
        throw e;
      }
    }
  }

  @Override
  public void close() {
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more can be done with it.
    }
  }
}
