package org.haetae.casework.delivery.http;

import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.json.NoticeJson;

/** Posts notices as signed JSON. */
public final class WebhookChannel implements Channel {
  private final String name;
  private final HttpSender sender;

  /**
   * @param sender owned by the channel from now on
   */
  public WebhookChannel(String name, HttpSender sender) {
    this.name = name;
    this.sender = sender;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    sender.post(notice.key(), "application/json", NoticeJson.of(notice));
  }

  @Override
  public void close() {
    sender.close();
  }
}
