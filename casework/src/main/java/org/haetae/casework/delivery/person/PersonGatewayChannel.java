package org.haetae.casework.delivery.person;

import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.text.ProtectedPersonText;

/**
 * Posts words for the protected person to the site's gateway, signed as webhooks are. Alarms about
 * the system are not for the protected person and are refused.
 *
 * <p>A call for help is taken over and goes to no phone. Whoever called knows of it; a phone that
 * lights up tells the person beside them, who may be the one they called against.
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
    switch (notice) {
      case Notice.Threat threat -> post(notice, PersonBody.of(threat, text));
      case Notice.Canary canary -> post(notice, PersonBody.of(canary));
      case Notice.Sos _ -> {}
      case Notice.Technical _ ->
          throw DeliveryException.notice(
              "technical alarms are not for the protected person: send them by another channel");
    }
  }

  private void post(Notice notice, byte[] body) throws DeliveryException, InterruptedException {
    sender.post(notice.key(), "application/json", body);
  }

  @Override
  public void close() {
    sender.close();
  }
}
