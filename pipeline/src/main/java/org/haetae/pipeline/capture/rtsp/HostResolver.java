package org.haetae.pipeline.capture.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host. */
@FunctionalInterface
interface HostResolver {

  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The machine's own resolver. */
  static HostResolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }

  /**
   * Resolves within a time limit. The machine's resolver can't be interrupted, so a name server
   * that hangs keeps a virtual thread until it gives up by itself.
   */
  default List<InetAddress> resolve(String host, Deadline deadline) throws IOException {
    FutureTask<List<InetAddress>> task = new FutureTask<>(() -> resolve(host));
    Thread.ofVirtual().name("resolve").start(task);
    try {
      return task.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw (IOException) new UnknownHostException(host).initCause(e);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("the name server doesn't answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
