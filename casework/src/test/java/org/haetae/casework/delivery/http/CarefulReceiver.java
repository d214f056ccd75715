package org.haetae.casework.delivery.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receiver as the README asks for one. It knows our bodies by their signed key alone, so what it
 * holds against a replay every receiver can.
 */
public final class CarefulReceiver {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** JSON's {@code key} or CAP's {@code identifier}. */
  private static final Pattern KEY =
      Pattern.compile("(?:\"key\":\"|<identifier>)([0-9a-f-]{36})(?:\"|</identifier>)");

  /** What became of a request. */
  public enum Outcome {
    TAKEN,
    KNOWN,
    REFUSED
  }

  private final WebhookSignature signature;
  private final Set<String> taken = new HashSet<>();

  public CarefulReceiver(WebhookSignature signature) {
    this.signature = signature;
  }

  public Outcome take(HttpPeer.Post post, Instant now) {
    byte[] body = post.body().getBytes(StandardCharsets.UTF_8);
    Matcher key = KEY.matcher(post.body());
    if (!signature.holds(post.timestamp(), post.signature(), body, now, WINDOW)
        || !key.find()
        || !key.group(1).equals(post.key())) {
      return Outcome.REFUSED;
    }
    return taken.add(key.group(1)) ? Outcome.TAKEN : Outcome.KNOWN;
  }
}
