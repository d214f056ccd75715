package org.haetae.casework.delivery.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.haetae.casework.SettableClock;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Peer;

/** An HTTP server that takes in whatever is posted and checks its signature. */
public final class HttpPeer implements Peer {
  public static final WebhookSignature SIGNATURE =
      new WebhookSignature("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

  /** What was posted. */
  public record Post(
      String key,
      String contentType,
      String timestamp,
      String signature,
      boolean signed,
      String body) {}

  private enum Mood {
    TAKES,
    SAYS,
    REFUSES,
    HANGS,
    TRICKLES
  }

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<HttpSender, Channel> make;
  private final HttpServer server;
  private volatile Mood mood = Mood.TAKES;
  private volatile String words = "";

  /**
   * @param make a channel that sends through the sender that it is given
   */
  public HttpPeer(Function<HttpSender, Channel> make) throws IOException {
    this.make = make;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** Where it takes in. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  public List<Post> posts() {
    return posts;
  }

  /** From now on it answers 200 and then never ends its answer's body. */
  public void trickle() {
    mood = Mood.TRICKLES;
  }

  /** From now on it answers 200 with these words. */
  public void say(String answer) {
    words = answer;
    mood = Mood.SAYS;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      posts.add(
          new Post(
              header(exchange, "X-Haetae-Key"),
              header(exchange, "Content-Type"),
              header(exchange, "X-Haetae-Timestamp"),
              header(exchange, "X-Haetae-Signature"),
              signed(exchange, body),
              new String(body, StandardCharsets.UTF_8)));
      switch (mood) {
        case TAKES -> exchange.sendResponseHeaders(204, -1);
        case SAYS -> {
          byte[] said = words.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, said.length == 0 ? -1 : said.length);
          exchange.getResponseBody().write(said);
        }
        case REFUSES -> exchange.sendResponseHeaders(422, -1);
        case HANGS -> end.await();
        case TRICKLES -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('.');
          exchange.getResponseBody().flush();
          end.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean signed(HttpExchange exchange, byte[] body) {
    return SIGNATURE.holds(
        header(exchange, "X-Haetae-Timestamp"),
        header(exchange, "X-Haetae-Signature"),
        body,
        SettableClock.START,
        Duration.ofMinutes(5));
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public Channel channel(Duration limit) {
    return make.apply(
        new HttpSender(new WebhookAddress(uri(), true), SIGNATURE, limit, new SettableClock()));
  }

  @Override
  public List<String> keys() {
    return posts.stream().map(Post::key).toList();
  }

  @Override
  public void refuse() {
    mood = Mood.REFUSES;
  }

  @Override
  public void hang() {
    mood = Mood.HANGS;
  }

  @Override
  public void leave() {
    close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
