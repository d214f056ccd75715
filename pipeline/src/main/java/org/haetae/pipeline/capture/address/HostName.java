package org.haetae.pipeline.capture.address;

import java.net.Inet6Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the host of a URL strictly, so that every library behind it sees the same host. */
final class HostName {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\\.?");
  private static final Pattern LAST_IS_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

  /** Java takes groups of more than four digits, which its own URI and others refuse. */
  private static final Pattern IPV6 = Pattern.compile("(?!.*[0-9a-f]{5})[0-9a-f:.]{2,45}");

  private HostName() {}

  /**
   * A name in lower case, a dotted IPv4 address or an IPv6 address without brackets; empty when it
   * is none. What ends in a number must be a whole dotted quad without leading zeroes: C libraries
   * read {@code 0177.0.0.1} and {@code 2130706433} as the loopback, Java reads them otherwise.
   */
  static Optional<String> read(String text) {
    String host = text.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      return host.endsWith("]")
          ? Optional.of(host.substring(1, host.length() - 1)).filter(HostName::isIpv6)
          : Optional.empty();
    }
    if (LAST_IS_NUMBER.matcher(host).matches()) {
      return Optional.of(host).filter(h -> IPV4.matcher(h).matches());
    }
    return Optional.of(host).filter(h -> h.length() <= 253 && NAME.matcher(h).matches());
  }

  private static boolean isIpv6(String host) {
    if (!IPV6.matcher(host).matches()) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
