package org.haetae.app;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.haetae.app.config.ChannelSettings;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.cap.CapChannel;
import org.haetae.casework.delivery.emergency.EmergencyHttp;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.http.WebhookChannel;
import org.haetae.casework.delivery.mail.MailChannel;
import org.haetae.casework.delivery.mqtt.MqttChannel;
import org.haetae.casework.delivery.person.PersonGatewayChannel;
import org.haetae.casework.delivery.person.ReleaseGateway;
import org.haetae.casework.delivery.person.StepGateway;
import org.haetae.casework.delivery.text.ReleaseText;
import org.haetae.casework.delivery.text.WatchStepText;

/** Makes the channels that a site describes. Nothing is connected before the first notice. */
record Channels(InstantSource clock) {
  private static final Duration EMERGENCY_LIMIT = Duration.ofSeconds(10);

  /** A channel, owned by the caller. */
  Channel of(ChannelSettings settings) {
    return switch (settings) {
      case ChannelSettings.Webhook to ->
          new WebhookChannel(to.name(), http(to.receiver(), to.limit()));
      case ChannelSettings.Cap to ->
          new CapChannel(to.name(), http(to.receiver(), to.limit()), to.source());
      case ChannelSettings.Person to ->
          new PersonGatewayChannel(to.name(), http(to.receiver(), to.limit()), to.text());
      case ChannelSettings.Mqtt to ->
          new MqttChannel(to.name(), to.broker(), to.messages(), to.limit());
      case ChannelSettings.Mail to ->
          new MailChannel(to.name(), to.server(), to.envelope(), to.limit());
    };
  }

  /** What tells of releases, owned by the caller. */
  ReleaseGateway releases(ChannelSettings.Person to, ZoneId zone) {
    return new ReleaseGateway(
        http(to.receiver(), to.limit()), new ReleaseText(to.text().emergencyNumber(), zone));
  }

  /** What tells how requests for watches stand, owned by the caller. */
  StepGateway steps(ChannelSettings.Person to) {
    return new StepGateway(
        http(to.receiver(), to.limit()), new WatchStepText(to.text().emergencyNumber()));
  }

  /** Where watches are registered, owned by the caller. */
  EmergencyHttp emergency(ChannelSettings.Receiver to) {
    return new EmergencyHttp(http(to, EMERGENCY_LIMIT));
  }

  private HttpSender http(ChannelSettings.Receiver receiver, Duration limit) {
    return new HttpSender(receiver.address(), receiver.signature(), limit, clock);
  }
}
