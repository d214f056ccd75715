package org.haetae.casework.delivery.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.ChannelContract;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Peer;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.delivery.access.Trust;
import org.junit.jupiter.api.Test;

class MailContractTest implements ChannelContract {
  @Override
  public Peer peer() throws IOException {
    return new GreenMailPeer();
  }

  @Test
  void aPatrolReadsPlainText() throws Exception {
    try (GreenMailPeer peer = new GreenMailPeer();
        Channel channel = peer.channel(AMPLE)) {
      channel.send(SampleNotices.threat());
      var mail = peer.first();
      assertEquals("DANGER at home: about 12 m from it", mail.getSubject());
      assertEquals("high", mail.getHeader("Importance", null));
      assertTrue(mail.getContentType().startsWith("text/plain"));
      List<String> lines = GreenMailUtil.getBody(mail).lines().toList();
      assertEquals("Where: home, camera home-door", lines.get(1));
      assertEquals("Since: 10:59:59 on 1 March 2026, KST", lines.get(3));
    }
  }

  @Test
  void nothingIsSentToAServerWithoutTlsWhereTlsIsMeant() throws Exception {
    try (GreenMailPeer peer = new GreenMailPeer();
        Channel channel =
            new MailChannel(
                "mail",
                new MailServer(
                    "127.0.0.1", peer.port(), Optional.of(Trust.usual()), Optional.empty()),
                GreenMailPeer.ENVELOPE,
                AMPLE)) {
      DeliveryException refusal =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertTrue(
          String.valueOf(refusal.getMessage()).startsWith("the mail server offers no TLS"),
          refusal.getMessage());
      assertTrue(peer.keys().isEmpty());
    }
  }

  @Test
  void whatTheServerAnswersIsSaid() throws Exception {
    try (GreenMailPeer peer = new GreenMailPeer();
        Channel channel = peer.channel(AMPLE)) {
      peer.refuse();
      DeliveryException refusal =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertEquals("the mail server answers 451", refusal.getMessage());
      assertTrue(peer.keys().isEmpty());
    }
  }
}
