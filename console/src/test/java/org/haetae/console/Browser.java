package org.haetae.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks the console as somebody's browser does: same origin, a cookie, forms. */
public final class Browser implements AutoCloseable {
  private static final String BOUNDARY = "----haetae";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String session;
  private final String language;

  /**
   * @param session of who asks; nobody's where it is empty
   */
  public Browser(String address, String session, String language) {
    this.address = address;
    this.session = session;
    this.language = language;
  }

  /** A file that is chosen in a form. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Chosen(String field, byte[] bytes) {}

  public HttpRequest.Builder to(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.replaceFirst("/$", "") + path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", language);
    return session.isEmpty() ? request : request.header("Cookie", "haetae-session=" + session);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path).build());
  }

  public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  public HttpResponse<String> upload(String path, Map<String, String> fields, List<Chosen> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      part(body, "name=\"%s\"".formatted(field.getKey()), utf8(field.getValue()));
    }
    for (Chosen file : files) {
      part(body, "name=\"%s\"; filename=\"a.jpg\"".formatted(file.field()), file.bytes());
    }
    body.write(utf8("--" + BOUNDARY + "--\r\n"));
    return send(
        to(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] content)
      throws IOException {
    body.write(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n"));
    body.write(content);
    body.write(utf8("\r\n"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** All paths that a page links to or posts to. */
  public static Set<String> links(String html) {
    return Pattern.compile("(?:href|action)=\"(/[^\"]*)\"")
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    client.close();
  }
}
