package org.haetae.casework.delivery.http;

import java.time.Duration;
import java.time.InstantSource;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.json.NoticeJson;

/** Posts notices as signed JSON. */
public final class WebhookChannel implements Channel {
  private final String name;
  private final HttpSender sender;

  /**
   * @param limit from the first packet to the answer's last
   */
  public WebhookChannel(
      String name,
      WebhookAddress address,
      WebhookSignature signature,
      Duration limit,
      InstantSource clock) {
    this(name, new HttpSender(address, signature, limit, clock));
  }

  /**
   * @param sender owned by the channel from now on
   */
  WebhookChannel(String name, HttpSender sender) {
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
