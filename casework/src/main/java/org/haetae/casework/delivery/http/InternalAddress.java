package org.haetae.casework.delivery.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that lead into a machine, a private network or a cloud's own services, and those that
 * carry an IPv4 address in an IPv6 one, behind which any of them can hide. Source: IANA's
 * registries of special-purpose addresses (RFC 6890), without what is globally reachable.
 */
final class InternalAddress {
  private static final List<Block> BLOCKS =
      List.of(
          new Block("0.0.0.0", 8), // this network
          new Block("10.0.0.0", 8), // private, RFC 1918
          new Block("100.64.0.0", 10), // shared, RFC 6598
          new Block("127.0.0.0", 8), // loopback
          new Block("168.63.129.16", 32), // Azure's own services, though a public address
          new Block("169.254.0.0", 16), // link-local; most clouds' metadata
          new Block("172.16.0.0", 12), // private, RFC 1918
          new Block("192.0.0.0", 24), // protocol assignments; Oracle's metadata
          new Block("192.168.0.0", 16), // private, RFC 1918
          new Block("198.18.0.0", 15), // benchmarks, RFC 2544
          new Block("224.0.0.0", 3), // multicast, reserved, broadcast
          new Block("::", 96), // unspecified, loopback, IPv4-compatible
          new Block("64:ff9b::", 96), // NAT64, RFC 6052
          new Block("64:ff9b:1::", 48), // local NAT64, RFC 8215
          new Block("2001::", 32), // Teredo, RFC 4380
          new Block("2002::", 16), // 6to4, RFC 3056
          new Block("fc00::", 7), // unique local, RFC 4193
          new Block("fe80::", 9), // link-local, site-local
          new Block("ff00::", 8)); // multicast

  private InternalAddress() {}

  static boolean is(InetAddress address) {
    return BLOCKS.stream().anyMatch(block -> block.holds(address.getAddress()));
  }

  /** Addresses that begin with the same bits. */
  private record Block(String first, int bits) {
    boolean holds(byte[] address) {
      byte[] start = bytes(first);
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xFF00 >> bits % 8 & 0xFF;
      return Arrays.equals(address, 0, whole, start, 0, whole)
          && (mask == 0 || (address[whole] & mask) == (start[whole] & mask));
    }

    private static byte[] bytes(String literal) {
      try {
        return InetAddress.getByName(literal).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalStateException("a literal address needs no look-up", e);
      }
    }
  }
}
