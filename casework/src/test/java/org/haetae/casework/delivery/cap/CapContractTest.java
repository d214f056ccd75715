package org.haetae.casework.delivery.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.ChannelContract;
import org.haetae.casework.delivery.Peer;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.delivery.http.HttpPeer;
import org.junit.jupiter.api.Test;

class CapContractTest implements ChannelContract {
  private static final CapSource SOURCE =
      new CapSource("haetae@station.example", "Station", "the station's control room");

  @Override
  public Peer peer() throws IOException {
    return capPeer();
  }

  private static HttpPeer capPeer() throws IOException {
    return new HttpPeer(sender -> new CapChannel("control-room", sender, SOURCE));
  }

  @Test
  void postsASignedCapDocument() throws Exception {
    try (HttpPeer peer = capPeer();
        Channel channel = peer.channel(AMPLE)) {
      channel.send(SampleNotices.technical(false));
      HttpPeer.Post post = peer.posts().getFirst();
      assertTrue(post.signed());
      assertEquals("application/cap+xml", post.contentType());
      assertTrue(post.body().contains("urn:oasis:names:tc:emergency:cap:1.2"));
    }
  }
}
