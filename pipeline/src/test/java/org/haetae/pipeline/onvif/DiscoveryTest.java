package org.haetae.pipeline.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.onvif.FakeDevice.Login;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  private final Discovery discovery = new Discovery();

  @Test
  void aDeviceThatIsAskedTellsItsServiceAndName() throws IOException {
    try (FakeDevice device = new FakeDevice(Login.NONE, InstantSource.system())) {
      assertEquals(
          List.of(
              new Discovered(
                  "127.0.0.1",
                  List.of(StreamAddress.parse(device.url() + "/onvif/device_service")),
                  "Front door1")),
          discovery.at(device.discoveryAddress(), Duration.ofSeconds(5)));
    }
  }

  @Test
  void nobodyAnswersWithinTheLimit() throws IOException {
    try (DatagramSocket mute =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      InetSocketAddress there =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), mute.getLocalPort());
      assertEquals(List.of(), discovery.at(there, Duration.ofMillis(100)));
    }
  }
}
