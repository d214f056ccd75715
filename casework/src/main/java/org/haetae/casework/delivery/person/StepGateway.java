package org.haetae.casework.delivery.person;

import java.util.Optional;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.text.WatchStepText;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.watch.StepTeller;
import org.haetae.domain.id.Spelling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the gateway tell how a request for a watch stands: {@code kind} watch-step, {@code key},
 * {@code to} protected-person, {@code receiver}, {@code contact}, {@code means}, {@code language}
 * and {@code text}. It answers {@code {"receipt": "…"}} once the person was told; without a receipt
 * nobody can show that they were, so it is asked again. Keys are a contract: they may be added to,
 * never renamed.
 */
public final class StepGateway implements StepTeller, AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpSender sender;
  private final WatchStepText text;

  /**
   * @param sender is closed with this
   */
  public StepGateway(HttpSender sender, WatchStepText text) {
    this.sender = sender;
    this.text = text;
  }

  @Override
  public Answer tell(Step step) throws InterruptedException {
    try {
      String answer = sender.ask(step.key(), "application/json", body(step));
      String receipt = MAPPER.readTree(answer).path("receipt").asString("").strip();
      return receipt.isEmpty()
          ? new Answer.Failed("the gateway gave no receipt")
          : new Answer.Told("receipt " + receipt);
    } catch (DeliveryException e) {
      return new Answer.Failed(String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return new Answer.Failed("the gateway's answer is no JSON");
    }
  }

  private byte[] body(Step step) {
    return new TellingBody(
            "watch-step",
            step.key(),
            Spelling.of(Recipient.PROTECTED_PERSON),
            step.person().value(),
            Optional.of(step.contact()),
            step.contact().language(),
            text.of(step.what(), step.contact().language()))
        .json();
  }

  @Override
  public void close() {
    sender.close();
  }
}
