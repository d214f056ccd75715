package org.haetae.app.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's browser who came into a console by a link that is good once. Safe for many threads.
 */
public final class Visitor implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("(http://[^/]+)/\\w+/\\S+");
  private static final Pattern SESSION = Pattern.compile("haetae-session=([^;]+)");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String console;
  private String session = "";

  private Visitor(String link) {
    Matcher parts = LINK.matcher(link);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no link: " + link);
    }
    this.console = parts.group(1);
  }

  /** Presses the button behind {@code …/enter/SECRET}. */
  public static Visitor by(String link) throws IOException, InterruptedException {
    return joining(link, Map.of());
  }

  /** Fills the form behind a link in. */
  public static Visitor joining(String link, Map<String, String> fields)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(link);
    HttpResponse<String> answer = visitor.post(URI.create(link).getPath(), fields);
    Matcher cookie = SESSION.matcher(answer.headers().firstValue("Set-Cookie").orElse(""));
    if (!cookie.find()) {
      throw new IOException("not let in: " + answer.statusCode() + " " + answer.body());
    }
    visitor.session = cookie.group(1);
    return visitor;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(console + path))
        .timeout(Duration.ofMinutes(3))
        .header("Accept-Language", "en")
        .header("Cookie", "haetae-session=" + session);
  }

  /**
   * @param path with its slash
   */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), BodyHandlers.ofByteArray());
  }

  /** What goes on and on, such as events. */
  public InputStream stream(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), BodyHandlers.ofInputStream()).body();
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
