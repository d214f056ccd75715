package org.haetae.app.live;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.casework.account.OneTimeCode;

/** Sets up the account behind the link that a new site prints, as a person with a phone does. */
public final class FirstAccount {
  private static final Pattern SECRET = Pattern.compile("class=\"secret\"[^>]*>([A-Z2-7]{32})<");
  private static final String PASSWORD = "correct horse battery staple";
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private FirstAccount() {}

  public static Visitor by(String link) throws IOException, InterruptedException {
    String page;
    try (HttpClient client = HttpClient.newHttpClient()) {
      page =
          client
              .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
              .body();
    }
    Matcher secret = SECRET.matcher(page);
    if (!secret.find()) {
      throw new IOException("no secret on the page: " + page);
    }
    String code = new OneTimeCode().at(bytes(secret.group(1)), Instant.now());
    return Visitor.joining(link, Map.of("password", PASSWORD, "again", PASSWORD, "code", code));
  }

  /** Twenty bytes of 32 letters (RFC 4648, base 32). */
  private static byte[] bytes(String typed) {
    BigInteger number = BigInteger.ZERO;
    for (int at = 0; at < typed.length(); at++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(typed.charAt(at))));
    }
    byte[] raw = number.toByteArray();
    byte[] secret = new byte[20];
    int from = Math.max(0, raw.length - secret.length);
    System.arraycopy(raw, from, secret, secret.length - (raw.length - from), raw.length - from);
    return secret;
  }
}
