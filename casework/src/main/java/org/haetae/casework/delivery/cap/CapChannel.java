package org.haetae.casework.delivery.cap;

import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.http.HttpSender;

/** Posts CAP documents, signed as webhooks are. */
public final class CapChannel implements Channel {
  private final String name;
  private final HttpSender sender;
  private final CapSource source;

  /**
   * @param sender owned by the channel from now on
   */
  public CapChannel(String name, HttpSender sender, CapSource source) {
    this.name = name;
    this.sender = sender;
    this.source = source;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    sender.post(notice.key(), "application/cap+xml", CapDocument.of(notice, source));
  }

  @Override
  public void close() {
    sender.close();
  }
}
