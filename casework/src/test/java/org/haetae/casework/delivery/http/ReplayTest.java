package org.haetae.casework.delivery.http;

import static org.haetae.casework.delivery.http.CarefulReceiver.Outcome.KNOWN;
import static org.haetae.casework.delivery.http.CarefulReceiver.Outcome.REFUSED;
import static org.haetae.casework.delivery.http.CarefulReceiver.Outcome.TAKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.SettableClock;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.delivery.cap.CapChannel;
import org.haetae.casework.delivery.cap.CapSource;
import org.haetae.casework.delivery.emergency.EmergencyHttp;
import org.haetae.casework.delivery.person.PersonGatewayChannel;
import org.haetae.casework.delivery.person.ReleaseGateway;
import org.haetae.casework.delivery.person.StepGateway;
import org.haetae.casework.delivery.text.ProtectedPersonText;
import org.haetae.casework.delivery.text.ReleaseText;
import org.haetae.casework.delivery.text.WatchStepText;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseMessage;
import org.haetae.casework.watch.EmergencySystem;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.StepTeller;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

/** What somebody who has recorded our requests can do with them at a receiver: nothing. */
class ReplayTest {
  private static final Contact CONTACT =
      new Contact("phone-1", Contact.Means.CALL, Locale.KOREAN, false);

  private final SettableClock clock = new SettableClock();

  private HttpSender sender(URI to) {
    return new HttpSender(
        new WebhookAddress(to, true), HttpPeer.SIGNATURE, Duration.ofSeconds(5), clock);
  }

  /** One request of each kind that we sign. */
  private List<HttpPeer.Post> sent() throws Exception {
    try (HttpPeer peer = new HttpPeer(made -> new WebhookChannel("unused", made));
        Channel webhook = new WebhookChannel("station", sender(peer.uri()));
        Channel cap =
            new CapChannel(
                "room", sender(peer.uri()), new CapSource("haetae@station.example", "Us", "-"));
        Channel person =
            new PersonGatewayChannel("person", sender(peer.uri()), new ProtectedPersonText("112"));
        HttpSender releases = sender(peer.uri());
        StepGateway steps = new StepGateway(sender(peer.uri()), new WatchStepText("112"));
        EmergencyHttp emergency = new EmergencyHttp(sender(peer.uri()))) {
      for (Notice notice :
          List.of(
              SampleNotices.threat(),
              SampleNotices.sos(),
              SampleNotices.technical(false),
              SampleNotices.canary())) {
        webhook.send(notice);
        cap.send(notice);
      }
      person.send(SampleNotices.threat());
      person.send(SampleNotices.canary());
      var _ =
          new ReleaseGateway(releases, new ReleaseText("112", ZoneId.of("Asia/Seoul")))
              .send(
                  new ReleaseMessage(
                      UUID.randomUUID(),
                      Recipient.PROTECTED_PERSON,
                      "yun",
                      Optional.of(CONTACT),
                      Locale.KOREAN,
                      CustodyKind.ESCAPED,
                      clock.instant(),
                      "123456"));
      var _ =
          steps.tell(
              new StepTeller.Step(
                  UUID.randomUUID(), new ProtectedPersonId("yun"), CONTACT, RequestStep.RECEIVED));
      var _ =
          emergency.register(
              new EmergencySystem.Registration(
                  UUID.randomUUID(),
                  new WatchSerial("W-17"),
                  new ProtectedPersonId("yun"),
                  new StationId("jongno"),
                  clock.instant()));
      return List.copyOf(peer.posts());
    }
  }

  private static HttpPeer.Post with(HttpPeer.Post post, String key, String timestamp) {
    return new HttpPeer.Post(
        key, post.contentType(), timestamp, post.signature(), post.signed(), post.body());
  }

  @Test
  void whatIsSentAgainIsKnownOrRefusedWhateverItsHeadersSay() throws Exception {
    List<HttpPeer.Post> posts = sent();
    assertEquals(13, posts.size());
    Instant sent = clock.instant();
    for (HttpPeer.Post post : posts) {
      CarefulReceiver receiver = new CarefulReceiver(HttpPeer.SIGNATURE);
      assertEquals(TAKEN, receiver.take(post, sent), post.body());
      assertEquals(KNOWN, receiver.take(post, sent.plusSeconds(299)), post.body());
      // Nothing but the body's key tells one notice from another, and it is signed.
      String other = UUID.randomUUID().toString();
      assertEquals(REFUSED, receiver.take(with(post, other, post.timestamp()), sent), post.body());
      Instant late = sent.plusSeconds(301);
      assertEquals(REFUSED, receiver.take(post, late), post.body());
      String fresh = Long.toString(late.getEpochSecond());
      assertEquals(REFUSED, receiver.take(with(post, post.key(), fresh), late), post.body());
    }
  }

  /** Our own repetition is signed anew, so a receiver answers it without acting again. */
  @Test
  void whatWeSendAgainIsFreshAndKnown() throws Exception {
    CarefulReceiver receiver = new CarefulReceiver(HttpPeer.SIGNATURE);
    var notice = SampleNotices.threat();
    try (HttpPeer peer = new HttpPeer(made -> new WebhookChannel("unused", made));
        Channel channel = new WebhookChannel("station", sender(peer.uri()))) {
      channel.send(notice);
      clock.advance(Duration.ofHours(23));
      channel.send(notice);
      assertEquals(TAKEN, receiver.take(peer.posts().getFirst(), SettableClock.START));
      assertEquals(KNOWN, receiver.take(peer.posts().getLast(), clock.instant()));
    }
  }
}
