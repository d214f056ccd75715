package org.haetae.pipeline.capture.address;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The address of a stream without credentials. Its text hides what cameras are known to carry
 * passwords in: the query, and path segments such as {@code user=admin_password=1234_channel=1}.
 * Immutable. Deliberately no record, so that no serialiser finds the hidden parts.
 */
public final class StreamAddress {
  private static final int LONGEST = 2048;
  private static final Pattern VISIBLE = Pattern.compile("[!-~]*");
  private static final Pattern SEGMENT_WITH_VALUE = Pattern.compile("[^/]*(?:=|%3[dD])[^/]*");

  private final StreamScheme scheme;
  private final String host;
  private final int port;
  private final String path;
  private final String query;

  private StreamAddress(StreamScheme scheme, String host, int port, String path, String query) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
    this.query = query;
  }

  /**
   * Reads an absolute URL (RFC 3986) of at most 2048 visible ASCII characters.
   *
   * @throws IllegalArgumentException in one sentence that repeats nothing of the text, since the
   *     text may hold a password
   */
  public static StreamAddress parse(String text) {
    check(text.length() <= LONGEST, "is longer than 2048 characters");
    check(
        VISIBLE.matcher(text).matches(),
        "holds a space, a control character or a letter beyond ASCII: write it percent-encoded");
    int colon = text.indexOf("://");
    check(colon > 0, "must begin with rtsp://, rtsps://, http:// or https://");
    StreamScheme scheme =
        StreamScheme.named(text.substring(0, colon))
            .orElseThrow(() -> refusal("must begin with rtsp://, rtsps://, http:// or https://"));
    String rest = text.substring(colon + 3);
    // A password may itself hold / ? or #, so an @ anywhere may end one.
    check(
        rest.indexOf('@') < 0,
        "holds an @, as if a user or password stood in it: take them out and give \"user\" with"
            + " \"password-file\" or \"password-env\" (an @ of the path is written %40)");
    check(rest.indexOf('#') < 0, "holds a #, which no camera is sent: write %23 if it is meant");
    int query = rest.indexOf('?');
    String beforeQuery = query < 0 ? rest : rest.substring(0, query);
    int slash = beforeQuery.indexOf('/');
    String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
    String path = slash < 0 ? "" : beforeQuery.substring(slash);
    int bracket = authority.lastIndexOf(']');
    int portColon = authority.indexOf(':', Math.max(bracket, 0));
    String host =
        HostName.read(portColon < 0 ? authority : authority.substring(0, portColon))
            .orElseThrow(
                () ->
                    refusal(
                        "has no proper host: give a name, four numbers such as 192.0.2.7, or an"
                            + " IPv6 address in brackets"));
    int port =
        portColon < 0 ? scheme.defaultPort() : readPort(authority.substring(portColon + 1), scheme);
    return new StreamAddress(scheme, host, port, path, query < 0 ? "" : rest.substring(query + 1));
  }

  private static int readPort(String text, StreamScheme scheme) {
    if (text.isEmpty()) {
      return scheme.defaultPort();
    }
    check(
        text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9'),
        "has a port that is no number");
    int port = Integer.parseInt(text);
    check(port >= 1 && port <= 65535, "has a port outside 1 to 65535");
    return port;
  }

  private static void check(boolean good, String what) {
    if (!good) {
      throw refusal(what);
    }
  }

  private static IllegalArgumentException refusal(String what) {
    return new IllegalArgumentException("the stream's address " + what);
  }

  public StreamScheme scheme() {
    return scheme;
  }

  /** A name in lower case, a dotted IPv4 address, or an IPv6 address without brackets. */
  public String host() {
    return host;
  }

  /** From 1 to 65535; the scheme's own where the text gave none. */
  public int port() {
    return port;
  }

  /** Empty or beginning with a slash, percent-encoded as it was given. May hold a password. */
  public String path() {
    return path;
  }

  /** Without its question mark; empty where there is none. May hold a password. */
  public String query() {
    return query;
  }

  /**
   * The same server at another path, without a query.
   *
   * @throws IllegalArgumentException when the path doesn't fit an address
   */
  public StreamAddress withPath(String other) {
    return parse(new StreamAddress(scheme, host, port, other, "").forTheCamera());
  }

  /** The same stream at another's host; the port stays. */
  public StreamAddress withHostOf(StreamAddress other) {
    return new StreamAddress(scheme, other.host, port, path, query);
  }

  /**
   * The whole address, query and all, as a camera must be sent it; never for a log. The scheme's
   * own port is left out, since some cameras compare the text.
   */
  public String forTheCamera() {
    String authority =
        port == scheme.defaultPort() ? bracketedHost() : bracketedHost() + ":" + port;
    return scheme.text() + "://" + authority + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Scheme, host and port: {@code rtsp://192.0.2.7:554}. Never secret. */
  public String origin() {
    return scheme.text() + "://" + bracketedHost() + ":" + port;
  }

  private String bracketedHost() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /** Scheme, host, port and path, with an ellipsis for what may be a password. */
  @Override
  public String toString() {
    String shown = SEGMENT_WITH_VALUE.matcher(path).replaceAll("…");
    return origin() + shown + (query.isEmpty() ? "" : "?…");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StreamAddress a
        && scheme == a.scheme
        && host.equals(a.host)
        && port == a.port
        && path.equals(a.path)
        && query.equals(a.query);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, host, port, path, query);
  }
}
