package org.haetae.casework.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Keys as text (RFC 7468). */
final class Pem {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String write(byte[] der, String label) {
    return """
    -----BEGIN %1$s-----
    %2$s
    -----END %1$s-----
    """
        .formatted(label, LINES.encodeToString(der));
  }

  static byte[] read(String text, String label) throws GeneralSecurityException {
    String begin = "-----BEGIN %s-----".formatted(label);
    int from = text.indexOf(begin);
    int until = text.indexOf("-----END %s-----".formatted(label));
    if (from < 0 || until < from) {
      throw new GeneralSecurityException("there is no %s".formatted(label));
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), until));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the %s is damaged".formatted(label), e);
    }
  }
}
