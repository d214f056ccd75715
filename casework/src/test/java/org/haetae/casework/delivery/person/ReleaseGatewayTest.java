package org.haetae.casework.delivery.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.http.HttpPeer;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.text.ProtectedPersonText;
import org.haetae.casework.delivery.text.ReleaseText;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.NoticeSender.Sent;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleaseGatewayTest {
  private static final ReleaseMessage MESSAGE =
      new ReleaseMessage(
          UUID.randomUUID(),
          Recipient.PROTECTED_PERSON,
          "yun",
          Optional.of(new Contact("phone-1", Contact.Means.CALL, Locale.KOREAN, false)),
          Locale.KOREAN,
          CustodyKind.ESCAPED,
          Instant.parse("2026-11-26T12:00:00Z"),
          "123456");

  private final AtomicReference<HttpSender> sender = new AtomicReference<>();

  /** The peer makes the sender for the channel that it is asked for. */
  private HttpPeer peer() throws Exception {
    return new HttpPeer(
        made -> {
          sender.set(made);
          return new PersonGatewayChannel("person", made, new ProtectedPersonText("112"));
        });
  }

  private ReleaseGateway gateway() {
    return new ReleaseGateway(
        Objects.requireNonNull(sender.get()), new ReleaseText("112", ZoneId.of("Asia/Seoul")));
  }

  @Test
  void theGatewayLearnsByWhichContactAndWhatToSayAndNoName() throws Exception {
    try (HttpPeer peer = peer();
        Channel owner = peer.channel(Duration.ofSeconds(5))) {
      assertEquals("person", owner.name());
      assertEquals(new Sent(Outcome.UNANSWERED, "the gateway took it"), gateway().send(MESSAGE));

      assertTrue(peer.posts().getFirst().signed());
      String body = peer.posts().getFirst().body();
      JsonNode json = JsonMapper.builder().build().readTree(body);
      assertEquals("release", json.get("kind").asString());
      assertEquals("phone-1", json.get("contact").asString());
      assertEquals("call", json.get("means").asString());
      String text = json.get("text").asString();
      assertTrue(text.contains("도주") && text.contains("123456") && text.contains("21:00"), text);
      assertFalse(body.contains("respondent"), body);
    }
  }

  @Test
  void aGatewayThatRefusesIsAFailedAttempt() throws Exception {
    try (HttpPeer peer = peer();
        Channel owner = peer.channel(Duration.ofSeconds(5))) {
      assertEquals("person", owner.name());
      peer.refuse();
      assertEquals(Outcome.FAILED, gateway().send(MESSAGE).outcome());
    }
  }

  @Test
  void onlyAnAnswerThatSaysSoIsAnAnsweredCall() throws Exception {
    try (HttpPeer peer = peer();
        Channel owner = peer.channel(Duration.ofSeconds(5))) {
      assertEquals("person", owner.name());
      peer.say("{\"answered\": true}");
      assertEquals(Outcome.ANSWERED, gateway().send(MESSAGE).outcome());
      for (String other : new String[] {"", "ok", "{}", "[]", "{\"answered\": false}", "<html>"}) {
        peer.say(other);
        assertEquals(Outcome.UNANSWERED, gateway().send(MESSAGE).outcome(), other);
      }
    }
  }
}
