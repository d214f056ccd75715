package org.haetae.pipeline.onvif;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks the network, or one host of it, for cameras. A socket is open only while it asks. Any number
 * of threads.
 */
public final class Discovery {
  /** Where WS-Discovery is spoken. */
  public static final int PORT = 3702;

  private static final String GROUP = "239.255.255.250";
  private static final int LARGEST_DATAGRAM = 65_507;
  private static final int MOST_DEVICES = 1024;

  private final XmlReader xml = new XmlReader();

  /**
   * Asks every network that this machine is on, and listens until the time is over.
   *
   * @throws OnvifException when nothing can be sent
   */
  public List<Discovered> onThisNetwork(Duration limit) {
    ProbeMessage probe = message();
    try (DatagramSocket socket = new DatagramSocket()) {
      int sent = 0;
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        sent += sendOver(network, socket, probe) ? 1 : 0;
      }
      if (sent == 0) {
        throw OnvifException.because("this machine is on no network that reaches several hosts");
      }
      return answers(socket, probe, limit, MOST_DEVICES);
    } catch (IOException e) {
      throw OnvifException.because("the question can't be sent to the network");
    }
  }

  /**
   * Asks one host and returns with its first answer or when the time is over.
   *
   * @throws OnvifException when nothing can be sent
   */
  public List<Discovered> at(InetSocketAddress host, Duration limit) {
    ProbeMessage probe = message();
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] bytes = probe.bytes();
      socket.send(new DatagramPacket(bytes, bytes.length, host));
      return answers(socket, probe, limit, 1);
    } catch (IOException | IllegalArgumentException e) {
      throw OnvifException.because("the question can't be sent to this host");
    }
  }

  private static ProbeMessage message() {
    return new ProbeMessage("urn:uuid:" + UUID.randomUUID());
  }

  private static boolean sendOver(
      NetworkInterface network, DatagramSocket socket, ProbeMessage probe) {
    try {
      boolean fit =
          network.isUp()
              && !network.isLoopback()
              && network.supportsMulticast()
              && network.inetAddresses().anyMatch(Inet4Address.class::isInstance);
      if (!fit) {
        return false;
      }
      socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
      byte[] bytes = probe.bytes();
      socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral(GROUP), PORT));
      return true;
    } catch (IOException e) {
      return false; // one network that can't be asked must not hide the others
    }
  }

  private List<Discovered> answers(
      DatagramSocket socket, ProbeMessage probe, Duration limit, int enough) throws IOException {
    Map<Discovered, Discovered> found = new LinkedHashMap<>();
    long end = System.nanoTime() + limit.toNanos();
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    while (found.size() < enough) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      packet.setLength(LARGEST_DATAGRAM);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        break;
      }
      for (Discovered device : read(packet, probe)) {
        found.putIfAbsent(device, device);
      }
    }
    return List.copyOf(found.keySet());
  }

  private List<Discovered> read(DatagramPacket packet, ProbeMessage probe) {
    try {
      byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
      return probe.matches(xml.read(bytes), packet.getAddress().getHostAddress());
    } catch (OnvifException e) {
      return List.of(); // anybody may send anything to an open port
    }
  }
}
