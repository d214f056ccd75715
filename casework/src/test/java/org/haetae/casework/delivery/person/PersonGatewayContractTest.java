package org.haetae.casework.delivery.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.ChannelContract;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Peer;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.delivery.http.HttpPeer;
import org.haetae.casework.delivery.text.ProtectedPersonText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonGatewayContractTest implements ChannelContract {
  @Override
  public Peer peer() throws IOException {
    return gateway();
  }

  private static HttpPeer gateway() throws IOException {
    return new HttpPeer(
        sender -> new PersonGatewayChannel("person", sender, new ProtectedPersonText("112")));
  }

  @Test
  void saysWhatToDoInBothLanguagesAndNothingOfTheRespondent() throws Exception {
    try (HttpPeer peer = gateway();
        Channel channel = peer.channel(AMPLE)) {
      Notice.Threat threat = SampleNotices.threat();
      channel.send(threat);
      String body = peer.posts().getFirst().body();
      JsonNode json = JsonMapper.builder().build().readTree(body);
      assertEquals("person", json.get("kind").asString());
      assertEquals("order-17", json.get("order").asString());
      assertTrue(json.get("texts").get("ko").asString().contains("112"));
      assertTrue(json.get("texts").get("en").asString().contains("112"));
      for (String secret : List.of("respondent", "12.4", "home-door", "approaching")) {
        assertFalse(body.contains(secret), secret);
      }
    }
  }

  /** The person who called may not be alone with the phone. */
  @Test
  void aCallForHelpIsTakenOverAndLightsUpNoPhone() throws Exception {
    try (HttpPeer peer = gateway();
        Channel channel = peer.channel(AMPLE)) {
      channel.send(SampleNotices.sos());
      assertTrue(peer.posts().isEmpty());
    }
  }

  @Test
  void aTechnicalAlarmNeverReachesThePerson() throws Exception {
    try (HttpPeer peer = gateway();
        Channel channel = peer.channel(AMPLE)) {
      DeliveryException refusal =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.technical(false)));
      assertEquals(DeliveryException.Fault.NOTICE, refusal.fault());
      assertTrue(peer.posts().isEmpty());
    }
  }
}
