package org.haetae.casework.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port on loopback in front of a receiver, which can be made to swallow what is said on it or to
 * be gone.
 */
public final class Gate implements AutoCloseable {
  private final int behind;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean swallows;

  /**
   * @param behind the receiver's port on loopback
   */
  public Gate(int behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::greet);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on nothing passes, on connections that stand either. */
  public void swallow() {
    swallows = true;
  }

  /** From now on what is said passes again. */
  public void pass() {
    swallows = false;
  }

  /** Breaks all connections that stand; new ones pass. */
  public void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void greet() {
    try {
      while (true) {
        Socket outside = door.accept();
        Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(outside);
        open.add(inside);
        Thread.ofVirtual().start(() -> pass(outside, inside));
        Thread.ofVirtual().start(() -> pass(inside, outside));
      }
    } catch (IOException _) {
      // The gate is closed.
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      byte[] bytes = new byte[4096];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (!swallows) {
          to.getOutputStream().write(bytes, 0, n);
        }
      }
    } catch (IOException _) {
      // One side hung up.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
