package org.haetae.casework.delivery.person;

import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.text.ProtectedPersonText;

/**
 * Posts words for the protected person to the site's gateway, signed as webhooks are. Alarms about
 * the system are not for the protected person and are refused.
 */
public final class PersonGatewayChannel implements Channel {
  private final String name;
  private final HttpSender sender;
  private final ProtectedPersonText text;

  /**
   * @param sender owned by the channel from now on
   */
  public PersonGatewayChannel(String name, HttpSender sender, ProtectedPersonText text) {
    this.name = name;
    this.sender = sender;
    this.text = text;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    byte[] body =
        switch (notice) {
          case Notice.Threat threat -> PersonBody.of(threat, text);
          case Notice.Canary canary -> PersonBody.of(canary);
          case Notice.Technical _ ->
              throw DeliveryException.notice(
                  "technical alarms are not for the protected person: send them by another"
                      + " channel");
        };
    sender.post(notice.key(), "application/json", body);
  }

  @Override
  public void close() {
    sender.close();
  }
}
