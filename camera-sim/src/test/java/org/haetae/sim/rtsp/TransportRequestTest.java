package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportRequestTest {

  @Test
  void whatClientsSendIsRead() {
    assertEquals(
        Optional.of(new TransportRequest.Tcp(2)),
        TransportRequest.read("RTP/AVP/TCP;unicast;interleaved=2-3"));
    assertEquals(
        Optional.of(new TransportRequest.Tcp(0)), TransportRequest.read("RTP/AVP/TCP;unicast"));
    assertEquals(
        Optional.of(new TransportRequest.Udp(5000, 5001)),
        TransportRequest.read("RTP/AVP/UDP;unicast;client_port=5000-5001"));
    assertEquals(
        Optional.of(new TransportRequest.Udp(5000, 5001)),
        TransportRequest.read("rtp/avp;unicast;client_port=5000"));
    assertEquals(
        Optional.of(new TransportRequest.Tcp(0)),
        TransportRequest.read("RTP/AVP;multicast, RTP/AVP/TCP;unicast;interleaved=0-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "RTP/SAVP;client_port=1-2",
        "RTP/AVP;unicast",
        "RTP/AVP;client_port=0-1",
        "RTP/AVP;client_port=65535",
        "RTP/AVP;client_port=99999-99999",
        "RTP/AVP/TCP;interleaved=255-256",
        "RTP/AVP;client_port=1-2;mode=record"
      })
  void whatCanNotBeMetIsNothing(String header) {
    assertTrue(TransportRequest.read(header).isEmpty());
  }
}
