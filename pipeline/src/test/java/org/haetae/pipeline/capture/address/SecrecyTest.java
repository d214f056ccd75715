package org.haetae.pipeline.capture.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is done to a URL, its password doesn't come out. */
class SecrecyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void noTextOfAUrlHoldsItsPassword() {
    Seeds.each(
        2000,
        random -> {
          String password = password(random);
          Credentials credentials = new Credentials("admin", new Secret(password));
          StreamAddress address =
              StreamAddress.parse("rtsp://cam:8554/a/password=%s/b?p=%<s".formatted(hex(password)));
          CameraUrl url = CameraUrl.of(address, credentials);
          for (Object thing :
              List.of(
                  credentials.password(),
                  credentials,
                  url,
                  url.credentials(),
                  address,
                  List.of(url),
                  new CredentialsSource.Loaded(credentials, java.util.Optional.empty()))) {
            for (String text : texts(thing)) {
              assertFalse(text.contains(password), text);
              assertFalse(text.contains(hex(password)), text);
            }
          }
        });
  }

  @Test
  void noRefusalOfAUrlHoldsItsPassword() {
    Seeds.each(
        2000,
        random -> {
          String password = password(random);
          String where = random.nextBoolean() ? "@192.0.2.7/live" : "@[::1]:x/live";
          IllegalArgumentException refusal =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> StreamAddress.parse("rtsp://admin:" + password + where));
          assertFalse(refusal.toString().contains(password), refusal.toString());
        });
  }

  @Test
  void whatACameraIsSentHoldsThePasswordEncoded() {
    Seeds.each(
        2000,
        random -> {
          String password = password(random);
          String url =
              CameraUrl.of(
                      StreamAddress.parse("rtsp://cam/live"),
                      new Credentials("a/b", new Secret(password)))
                  .withCredentials();
          assertTrue(url.startsWith("rtsp://a%2Fb:") && url.endsWith("@cam/live"));
          String encoded = url.substring("rtsp://a%2Fb:".length(), url.lastIndexOf('@'));
          assertTrue(encoded.matches("[A-Za-z0-9._~%-]*"));
          assertEquals(password, URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        });
  }

  @Test
  void secretsAreEqualByWhatTheyHoldAndCannotBeSerialised() {
    assertEquals(new Secret("a"), new Secret("a"));
    assertEquals(new Secret("a").hashCode(), new Secret("b").hashCode());
    assertNotEquals(new Secret("a"), new Secret("ab"));
    assertThrows(
        NotSerializableException.class,
        () ->
            new ObjectOutputStream(new ByteArrayOutputStream())
                .writeObject(List.of(new Secret("a"))));
  }

  private static List<String> texts(Object thing) {
    List<String> texts =
        new ArrayList<>(
            List.of(
                thing.toString(),
                String.format("%s %1$S", thing),
                MessageFormat.format("{0}", thing),
                new IllegalStateException("failed: " + thing).toString(),
                Integer.toString(thing.hashCode())));
    try {
      texts.add(JSON.writeValueAsString(thing));
    } catch (JacksonException e) {
      texts.add(e.toString());
    }
    return texts;
  }

  /** Eight characters at least, so that none occurs by chance. */
  private static String password(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 8 + random.nextInt(24);
    for (int i = 0; i < length; i++) {
      text.append((char) ('!' + random.nextInt(94)));
    }
    return text.toString();
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
