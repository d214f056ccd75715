package org.haetae.casework.delivery.mail;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Gate;
import org.haetae.casework.delivery.Peer;

/** GreenMail, a mail server in this process, behind a gate. It speaks no TLS. */
final class GreenMailPeer implements Peer {
  static final MailEnvelope ENVELOPE =
      new MailEnvelope(
          "haetae@station.example", List.of("patrol@station.example"), ZoneId.of("Asia/Seoul"));

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Gate gate;

  GreenMailPeer() throws IOException {
    server.start();
    gate = new Gate(server.getSmtp().getPort());
  }

  int port() {
    return gate.port();
  }

  @Override
  public Channel channel(Duration limit) {
    return new MailChannel(
        "mail",
        new MailServer("127.0.0.1", gate.port(), Optional.empty(), Optional.empty()),
        ENVELOPE,
        limit);
  }

  MimeMessage first() {
    return server.getReceivedMessages()[0];
  }

  @Override
  public List<String> keys() {
    return List.of(server.getReceivedMessages()).stream().map(GreenMailPeer::key).toList();
  }

  private static String key(MimeMessage mail) {
    try {
      return mail.getMessageID().replaceAll("<(.*)@station.example>", "$1");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void refuse() {
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, address) -> {
              throw new UserException("no room");
            });
  }

  @Override
  public void hang() {
    gate.swallow();
  }

  @Override
  public void leave() {
    gate.close();
  }

  @Override
  public void close() {
    gate.close();
    server.stop();
  }
}
