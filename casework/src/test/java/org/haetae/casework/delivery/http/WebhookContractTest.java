package org.haetae.casework.delivery.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.ChannelContract;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Peer;
import org.haetae.casework.delivery.SampleNotices;
import org.junit.jupiter.api.Test;

class WebhookContractTest implements ChannelContract {
  @Override
  public Peer peer() throws IOException {
    return webhookPeer();
  }

  private static HttpPeer webhookPeer() throws IOException {
    return new HttpPeer(sender -> new WebhookChannel("station", sender));
  }

  @Test
  void anAnswerThatNeverEndsIsBrokenOffInTime() throws Exception {
    try (HttpPeer peer = webhookPeer();
        Channel channel = peer.channel(SHORT)) {
      peer.trickle();
      DeliveryException late =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertEquals("the receiver does not answer in time", late.getMessage());
      assertTrue(peer.posts().getFirst().signed());
    }
  }
}
