package org.haetae.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the console is served.
 *
 * @param host whose address is bound
 * @param port 0 for any that is free
 * @param names by which it is asked for besides this machine's own; a request by any other name is
 *     refused
 * @param certificate with which it speaks TLS; without one it must stay on this machine
 */
public record Endpoint(
    String host, int port, List<String> names, Optional<Certificate> certificate) {
  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private static final List<String> OURSELVES = List.of("127.0.0.1", "localhost", "::1", "[::1]");

  /**
   * A certificate with its private key.
   *
   * @param store PKCS #12 (RFC 7292); read again within a minute of its change
   * @param passwordFile whose first line opens it
   */
  public record Certificate(Path store, Path passwordFile) {}

  public Endpoint {
    names = List.copyOf(names);
    if (certificate.isEmpty() && !isThisMachine(host)) {
      throw new IllegalArgumentException(
          "the console can't be served at %s without a certificate".formatted(host));
    }
  }

  /** On this machine only. */
  public static Endpoint local(int port) {
    return new Endpoint("127.0.0.1", port, List.of(), Optional.empty());
  }

  /** Whether nobody but this machine can ask there. */
  public static boolean isThisMachine(String host) {
    return OURSELVES.contains(host);
  }

  /**
   * Whether a request is for this server, and doesn't come by a name that somebody else gave it.
   *
   * @param host as the request names it (RFC 9110, 7.2), with a port or without
   */
  public boolean answersTo(String host) {
    String name = PORT.matcher(host).replaceFirst("");
    return OURSELVES.contains(name) || names.contains(name) || this.host.equals(name);
  }

  public String scheme() {
    return certificate.isPresent() ? "https" : "http";
  }

  /** The address that people open. */
  public String address(int boundTo) {
    String name = names.isEmpty() ? host : names.getFirst();
    return "%s://%s:%d/".formatted(scheme(), name, boundTo);
  }
}
