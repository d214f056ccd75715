package org.haetae.pipeline.capture.address;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Where a camera's stream is and, where it asks, who we are. Its text never holds credentials. */
public record CameraUrl(StreamAddress address, Optional<Credentials> credentials) {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** A stream that asks for no password. */
  public static CameraUrl open(StreamAddress address) {
    return new CameraUrl(address, Optional.empty());
  }

  /** A stream that asks for one. */
  public static CameraUrl of(StreamAddress address, Credentials credentials) {
    return new CameraUrl(address, Optional.of(credentials));
  }

  /** The same credentials at another address. */
  public CameraUrl at(StreamAddress other) {
    return new CameraUrl(other, credentials);
  }

  /**
   * The whole URL with percent-encoded user information (RFC 3986), for a library that takes
   * nothing else. Only leaf packages that speak to a camera may call it, and none may log it.
   */
  public String withCredentials() {
    if (credentials.isEmpty()) {
      return address.forTheCamera();
    }
    Credentials known = credentials.get();
    String scheme = address.scheme().text() + "://";
    String rest = address.forTheCamera().substring(scheme.length());
    return scheme + encoded(known.user()) + ":" + encoded(known.password().reveal()) + "@" + rest;
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
