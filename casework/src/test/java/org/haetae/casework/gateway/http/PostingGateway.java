package org.haetae.casework.gateway.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.haetae.casework.gateway.GatewayPeer;
import org.haetae.casework.gateway.WatchHearing;
import org.haetae.domain.id.WatchSerial;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that posts, one message after the other and each until it was taken over or refused.
 */
final class PostingGateway implements GatewayPeer {
  static final String TOKEN = "a-token-of-some-length";

  /** One message on its way. */
  private interface Attempt {
    /** Whether it need not be posted again. */
    boolean post() throws InterruptedException;
  }

  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Attempt> waiting = new LinkedBlockingQueue<>();
  private final Thread sender;
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  PostingGateway() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    sender = Thread.ofVirtual().start(this::send);
  }

  @Override
  public void open(WatchHearing hearing) throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
    ExecutorService its = Executors.newVirtualThreadPerTaskExecutor();
    made.setExecutor(its);
    made.createContext("/", new SignalPosts(new BearerToken(TOKEN), hearing));
    made.start();
    server = made;
    threads = its;
  }

  @Override
  public void shut() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
  }

  @Override
  public void say(WatchSerial watch, byte[] message) {
    waiting.add(() -> taken(watch, message));
  }

  HttpResponse<String> post(String path, String authorization, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void send() {
    try {
      while (true) {
        Attempt next = waiting.take();
        while (!next.post()) {
          Thread.sleep(5);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean taken(WatchSerial watch, byte[] message) throws InterruptedException {
    try {
      String path = "/watches/" + watch + "/signals";
      return post(path, "Bearer " + TOKEN, message).statusCode() < 500;
    } catch (IOException _) {
      return false; // It is not there.
    }
  }

  @Override
  public void close() {
    sender.interrupt();
    client.shutdownNow();
    shut();
  }
}
