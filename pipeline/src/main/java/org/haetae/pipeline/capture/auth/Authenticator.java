package org.haetae.pipeline.capture.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.haetae.pipeline.capture.address.Credentials;

/**
 * Finds the strongest answer to a server's challenges: Digest with SHA-256, then with MD5, and
 * Basic only where nothing else is offered. One server and one thread at a time.
 */
public final class Authenticator {
  private static final int MOST_CHALLENGES = 16;

  private final Credentials credentials;
  private final RandomGenerator random;
  private Answer answer = Answer.NONE;
  private int refusals;

  /**
   * @param random of cryptographic strength outside of tests
   */
  public Authenticator(Credentials credentials, RandomGenerator random) {
    this.credentials = credentials;
    this.random = random;
  }

  @FunctionalInterface
  private interface Answer {
    Answer NONE = (method, uri) -> Optional.empty();

    Optional<String> authorization(String method, String uri);
  }

  /** The value of the {@code Authorization} header, empty until a challenge has been taken up. */
  public Optional<String> authorization(String method, String uri) {
    return answer.authorization(method, uri);
  }

  /**
   * Takes up a refusal.
   *
   * @param headers the values of all {@code WWW-Authenticate} headers
   * @return whether it is worth asking again: the first time, or when only the nonce was stale
   */
  public boolean takeUp(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    headers.stream()
        .limit(MOST_CHALLENGES)
        .forEach(header -> challenges.addAll(ChallengeReader.read(header)));
    boolean stale =
        challenges.stream()
            .anyMatch(c -> c.parameter("stale").filter("true"::equalsIgnoreCase).isPresent());
    refusals++;
    if (refusals > 1 && !(stale && refusals == 2)) {
      return false;
    }
    Optional<Answer> found = digest(challenges).or(() -> basic(challenges));
    answer = found.orElse(Answer.NONE);
    return found.isPresent();
  }

  private Optional<Answer> digest(List<Challenge> challenges) {
    return challenges.stream()
        .filter(challenge -> DigestAnswer.algorithm(challenge).isPresent())
        .sorted(Comparator.comparing(challenge -> DigestAnswer.algorithm(challenge).orElseThrow()))
        .flatMap(challenge -> DigestAnswer.to(challenge, credentials, cnonce()).stream())
        .findFirst()
        .map(digest -> (method, uri) -> Optional.of(digest.authorization(method, uri)));
  }

  private Optional<Answer> basic(List<Challenge> challenges) {
    if (challenges.stream().noneMatch(challenge -> challenge.scheme().equals("basic"))) {
      return Optional.empty();
    }
    String pair = credentials.user() + ":" + credentials.password().reveal();
    String value =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Optional.of((method, uri) -> Optional.of(value));
  }

  private String cnonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
