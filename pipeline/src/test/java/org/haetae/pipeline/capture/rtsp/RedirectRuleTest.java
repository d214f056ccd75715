package org.haetae.pipeline.capture.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.Secret;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectRuleTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,LOOPBACK",
    "0.0.0.0,LOOPBACK",
    "::1,LOOPBACK",
    "::,LOOPBACK",
    "::ffff:127.0.0.1,LOOPBACK",
    "64:ff9b::7f00:1,LOOPBACK",
    "2002:7f00:1::,LOOPBACK",
    "::7f00:2,LOOPBACK",
    "169.254.1.1,LINK_LOCAL",
    "fe80::1,LINK_LOCAL",
    "10.0.0.1,PRIVATE",
    "172.31.0.1,PRIVATE",
    "192.168.1.1,PRIVATE",
    "100.64.0.1,PRIVATE",
    "fd12::1,PRIVATE",
    "192.0.2.7,PUBLIC",
    "2001:db8::1,PUBLIC",
    "100.128.0.1,PUBLIC",
    "224.0.0.1,MULTICAST",
    "255.255.255.255,MULTICAST",
    "ff02::1,MULTICAST",
    "169.254.169.254,CLOUD_METADATA",
    "::ffff:169.254.169.254,CLOUD_METADATA",
    "64:ff9b::a9fe:a9fe,CLOUD_METADATA",
    "fd00:ec2::254,CLOUD_METADATA",
    "100.100.100.200,CLOUD_METADATA"
  })
  void everyAddressHasItsClass(String address, AddressClass expected) {
    assertEquals(expected, AddressClass.of(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://192.168.1.7/a, rtsp://192.168.1.7:8554/b",
    "rtsp://192.168.1.7/a, rtsps://192.168.1.7/a",
    "rtsp://192.168.1.7/a, rtsp://10.0.0.9/a",
    "rtsp://192.0.2.7/a, rtsp://198.51.100.9/a",
    "rtsp://127.0.0.1/a, rtsp://127.0.0.2/a",
    "rtsps://192.0.2.7/a, rtsps://192.0.2.8/a",
    "rtsp://169.254.169.254/a, rtsp://169.254.169.254/b"
  })
  void whatIsAsFarAwayIsFollowed(String from, String to) {
    assertEquals(Optional.empty(), refusal(from, from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://192.168.1.7/a, http://192.168.1.7/a, no RTSP",
    "rtsps://192.168.1.7/a, rtsp://192.168.1.7/a, anybody could read",
    "rtsp://192.168.1.7/a, rtsp://127.0.0.1/a, loopback",
    "rtsp://192.168.1.7/a, rtsp://[::1]/a, loopback",
    "rtsp://192.168.1.7/a, rtsp://[64:ff9b::7f00:1]/a, loopback",
    "rtsp://192.168.1.7/a, rtsp://169.254.1.1/a, link_local",
    "rtsp://192.168.1.7/a, rtsp://192.0.2.7/a, public",
    "rtsp://192.0.2.7/a, rtsp://192.168.1.7/a, private",
    "rtsp://192.0.2.7/a, rtsp://239.1.1.1/a, multicast",
    "rtsp://169.254.1.1/a, rtsp://169.254.169.254/a, metadata",
    "rtsp://127.0.0.1/a, rtsp://192.168.1.7/a, private"
  })
  void whatIsNotIsRefused(String from, String to, String part) {
    String said = refusal(from, from, to).orElse("nothing");
    assertTrue(said.contains(part), said);
  }

  @Test
  void aDropHiddenBehindAStepUpIsRefused() {
    assertTrue(
        refusal("rtsp://192.168.1.7/a", "rtsps://192.168.1.7/a", "rtsp://192.168.1.7/b")
            .isPresent());
  }

  @Test
  void anotherHostIsSentNoCredentials() {
    CameraUrl url =
        CameraUrl.of(
            StreamAddress.parse("rtsp://192.168.1.7/a"), new Credentials("u", new Secret("p")));
    assertEquals(
        url.credentials(),
        RedirectRule.next(url, StreamAddress.parse("rtsp://192.168.1.7/b")).credentials());
    assertEquals(
        Optional.empty(),
        RedirectRule.next(url, StreamAddress.parse("rtsp://192.168.1.8/a")).credentials());
  }

  private static Optional<String> refusal(String configured, String from, String to) {
    return RedirectRule.refusal(
        StreamAddress.parse(configured),
        List.of(InetAddress.ofLiteral(StreamAddress.parse(configured).host())),
        StreamAddress.parse(from),
        StreamAddress.parse(to),
        List.of(InetAddress.ofLiteral(StreamAddress.parse(to).host())));
  }
}
