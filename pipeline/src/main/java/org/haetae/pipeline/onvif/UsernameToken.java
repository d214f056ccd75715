package org.haetae.pipeline.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.haetae.pipeline.capture.address.Credentials;

/**
 * The header that tells a device who asks, without sending the password (OASIS Web Services
 * Security UsernameToken Profile 1.1, section 3.1: Base64(SHA-1(nonce + created + password))).
 */
final class UsernameToken {
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

  private UsernameToken() {}

  /**
   * @param nonce never used before
   * @param created by the device's clock
   */
  static String header(Credentials credentials, byte[] nonce, Instant created) {
    String time = created.truncatedTo(ChronoUnit.MILLIS).toString();
    return """
    <Security xmlns="%1$swssecurity-secext-1.0.xsd"><UsernameToken>\
    <Username>%2$s</Username>\
    <Password Type="%1$susername-token-profile-1.0#PasswordDigest">%3$s</Password>\
    <Nonce EncodingType="%1$ssoap-message-security-1.0#Base64Binary">%4$s</Nonce>\
    <Created xmlns="%1$swssecurity-utility-1.0.xsd">%5$s</Created>\
    </UsernameToken></Security>\
    """
        .formatted(
            OASIS,
            Soap.escaped(credentials.user()),
            digest(nonce, time, credentials.password().reveal()),
            Base64.getEncoder().encodeToString(nonce),
            time);
  }

  static String digest(byte[] nonce, String created, String password) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(StandardCharsets.UTF_8));
      sha1.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha1.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
