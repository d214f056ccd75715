package org.haetae.casework.delivery.person;

import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.text.ReleaseText;
import org.haetae.casework.release.NoticeSender;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.ReleaseMessage;
import org.haetae.domain.id.Spelling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the gateway tell of a release: {@code kind} release, {@code key}, {@code to}
 * (protected-person or officer-in-charge), {@code receiver}, {@code contact} and {@code means} (by
 * which it knows the address; not for an officer), {@code language}, {@code text}. The code is in
 * the text only. Keys are a contract: they may be added to, never renamed. That the gateway took it
 * is no answer: who was told gives the code back. Where it knows that somebody took the call it
 * says {@code {"answered": true}}, and the next attempt comes later.
 */
public final class ReleaseGateway implements NoticeSender, AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpSender sender;
  private final ReleaseText text;

  /**
   * @param sender is closed with this
   */
  public ReleaseGateway(HttpSender sender, ReleaseText text) {
    this.sender = sender;
    this.text = text;
  }

  @Override
  public Sent send(ReleaseMessage message) throws InterruptedException {
    try {
      return answered(sender.ask(message.key(), "application/json", body(message)));
    } catch (DeliveryException e) {
      return new Sent(Outcome.FAILED, String.valueOf(e.getMessage()));
    }
  }

  /** Anything but {@code {"answered": true}} says no more than that the gateway took it. */
  private static Sent answered(String answer) {
    try {
      if (MAPPER.readTree(answer).path("answered").asBoolean(false)) {
        return new Sent(Outcome.ANSWERED, "somebody answered");
      }
    } catch (JacksonException e) {
      // Gateways that have nothing to say may say it as they like.
    }
    return new Sent(Outcome.UNANSWERED, "the gateway took it");
  }

  private byte[] body(ReleaseMessage message) {
    return new TellingBody(
            "release",
            message.key(),
            Spelling.of(message.to()),
            message.receiver(),
            message.contact(),
            message.language(),
            text.of(message))
        .json();
  }

  @Override
  public void close() {
    sender.close();
  }
}
