package org.haetae.sim.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client writes into {@code Authorization}: RFC 7617 and RFC 2617. */
public record Digest(String user, String password) {

  /** Answers a Digest challenge without qop. */
  public String answer(String challenge, String method, String uri) {
    String realm = part(challenge, "realm");
    String nonce = part(challenge, "nonce");
    String response =
        md5(md5(user + ":" + realm + ":" + password) + ":" + nonce + ":" + md5(method + ":" + uri));
    return header(realm, nonce, uri, response, "");
  }

  /** Answers a Digest challenge with qop=auth. */
  public String answerAuth(String challenge, String method, String uri) {
    String realm = part(challenge, "realm");
    String nonce = part(challenge, "nonce");
    String response =
        md5(
            md5(user + ":" + realm + ":" + password)
                + ":"
                + nonce
                + ":00000001:0a4f113b:auth:"
                + md5(method + ":" + uri));
    return header(realm, nonce, uri, response, ", qop=auth, nc=00000001, cnonce=\"0a4f113b\"");
  }

  private String header(String realm, String nonce, String uri, String response, String more) {
    return "Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\"%s"
        .formatted(user, realm, nonce, uri, response, more);
  }

  public String basic() {
    byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static String part(String challenge, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
    if (!matcher.find()) {
      throw new AssertionError("no " + name + " in the challenge");
    }
    return matcher.group(1);
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
