package org.haetae.pipeline.capture.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.haetae.pipeline.capture.Seeds;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {
  private static final Credentials MUFASA = new Credentials("Mufasa", new Secret("Circle of Life"));

  /** The vectors of RFC 7616, section 3.9.1. */
  @ParameterizedTest
  @CsvSource({
    "MD5,8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256,753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void theVectorsOfTheStandardAreAnswered(String algorithm, String response) {
    Challenge challenge =
        ChallengeReader.read(
                """
                Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=%s,\
                 nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",\
                 opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"\
                """
                    .formatted(algorithm))
            .getFirst();
    String answer =
        DigestAnswer.to(challenge, MUFASA, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
            .orElseThrow()
            .authorization("GET", "/dir/index.html");
    assertTrue(answer.contains("response=\"" + response + "\""), answer);
    assertTrue(answer.contains("nc=00000001") && answer.contains("qop=auth,"), answer);
    assertTrue(answer.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""), answer);
  }

  @Test
  void anOldChallengeWithoutQopIsAnsweredAsInRfc2069() {
    String answer = answer("Digest realm=\"r\", nonce=\"n\"").orElseThrow(); // H(H(A1):nonce:H(A2))
    String ha1 = DigestAlgorithm.MD5.hash("Mufasa", "r", "Circle of Life");
    String ha2 = DigestAlgorithm.MD5.hash("DESCRIBE", "rtsp://cam/");
    assertTrue(answer.contains(DigestAlgorithm.MD5.hash(ha1, "n", ha2)), answer);
    assertFalse(answer.contains("qop"), answer);
  }

  @Test
  void theStrongestOfWhatIsOfferedIsTaken() {
    String md5 = "Digest realm=\"r\", nonce=\"n\", algorithm=MD5";
    String sha = "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256";
    String basic = "Basic realm=\"r\"";
    assertTrue(answer(basic, md5, sha).orElseThrow().contains("algorithm=SHA-256"));
    assertTrue(answer(basic + ", " + md5).orElseThrow().contains("algorithm=MD5"));
    assertEquals(Optional.of("Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl"), answer(basic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Negotiate abc==",
        "Digest",
        "Digest realm=\"r\"",
        "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256",
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\""
      })
  void whatIsNotKnownIsNotAnswered(String header) {
    assertEquals(Optional.empty(), answer(header));
  }

  @Test
  void aWrongPasswordIsTriedOnceAndAStaleNonceTwice() {
    Authenticator authenticator = new Authenticator(MUFASA, new Random(1));
    List<String> first = List.of("Digest realm=\"r\", nonce=\"1\"");
    List<String> stale = List.of("Digest realm=\"r\", nonce=\"2\", stale=TRUE");
    assertTrue(authenticator.takeUp(first));
    assertTrue(authenticator.takeUp(stale));
    assertTrue(authenticator.authorization("OPTIONS", "u").orElseThrow().contains("nonce=\"2\""));
    assertFalse(authenticator.takeUp(stale));
    Authenticator other = new Authenticator(MUFASA, new Random(1));
    assertTrue(other.takeUp(first));
    assertFalse(other.takeUp(first));
  }

  @Test
  void quotesAndSpacesAreRead() {
    List<Challenge> read =
        ChallengeReader.read("Digest Realm = \"a \\\"b\\\", c=d\" ,nonce=n, , Basic realm=\"x");
    assertEquals(
        List.of(
            new Challenge("digest", Map.of("realm", "a \"b\", c=d", "nonce", "n")),
            new Challenge("basic", Map.of("realm", "x"))),
        read);
  }

  @Test
  void noAnswerHoldsThePasswordNorEndsItsLine() {
    String letters = "Digest realm=\"\\,nonce=qopauth-int SHA256sess\t;=";
    Seeds.each(
        5000,
        random -> {
          StringBuilder header = new StringBuilder(random.nextBoolean() ? "Digest nonce=x," : "");
          for (int i = random.nextInt(60); i > 0; i--) {
            header.append(letters.charAt(random.nextInt(letters.length())));
          }
          answer(header.toString())
              .ifPresent(
                  answer -> {
                    assertFalse(answer.contains("Circle of Life"), answer);
                    assertTrue(answer.chars().noneMatch(c -> c < ' ' && c != '\t'), answer);
                  });
        });
  }

  private static Optional<String> answer(String... headers) {
    Authenticator authenticator = new Authenticator(MUFASA, new Random(1));
    authenticator.takeUp(List.of(headers));
    return authenticator.authorization("DESCRIBE", "rtsp://cam/");
  }
}
