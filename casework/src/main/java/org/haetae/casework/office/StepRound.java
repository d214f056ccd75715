package org.haetae.casework.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.StepTeller;
import org.haetae.casework.watch.StepTeller.Answer;
import org.haetae.casework.watch.StepTeller.Step;
import org.haetae.casework.watch.WatchRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever asked for a watch of each step that they haven't heard of, by the person's first
 * safe contact, and writes down what proves it. What fails is tried again later; who has no safe
 * contact is left to the officer, whose gap it stays. What is to be told is read from the casework,
 * so that a crash forgets nothing. For one thread.
 */
public final class StepRound {
  private static final Logger LOG = LoggerFactory.getLogger(StepRound.class);

  private record Untold(RequestKey request, Step step) {}

  private final Office office;
  private final WatchDesk desk;
  private final StepTeller teller;
  private final InstantSource clock;
  private final Pauses pauses;

  public StepRound(Office office, WatchDesk desk, StepTeller teller, InstantSource clock) {
    this.office = office;
    this.desk = desk;
    this.teller = teller;
    this.clock = clock;
    this.pauses = new Pauses(clock);
  }

  /**
   * Goes round once.
   *
   * @return how many were told
   */
  public int run() throws InterruptedException {
    return pauses.round(office.look(StepRound::untold), one -> one.step().key(), this::tell);
  }

  private boolean tell(Untold one) throws InterruptedException {
    return switch (teller.tell(one.step())) {
      case Answer.Told(String receipt) -> write(one, receipt);
      case Answer.Failed(String why) -> {
        LOG.warn("how a request for a watch stands could not be told: {}", why);
        pauses.failed(one.step().key());
        yield false;
      }
    };
  }

  private boolean write(Untold one, String receipt) {
    try {
      desk.told(one.request(), one.step().what(), receipt, new Deed(Actor.CLOCK, clock.instant()));
      return true;
    } catch (Refusal e) {
      // A person has told it meanwhile.
      LOG.info("that somebody was told came too late to be written down: {}", e.getMessage());
      return false;
    }
  }

  private static List<Untold> untold(Files files) {
    List<Untold> all = new ArrayList<>();
    for (CaseFile file : files.cases()) {
      for (WatchRequest request : file.requests()) {
        if (!request.untold().isEmpty()) {
          file.contacts().safe().stream()
              .findFirst()
              .ifPresent(contact -> all.addAll(untold(file, request, contact)));
        }
      }
    }
    return all;
  }

  private static List<Untold> untold(CaseFile file, WatchRequest request, Contact contact) {
    RequestKey key = new RequestKey(file.id(), request.number());
    return request.untold().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(
            step ->
                new Untold(
                    key,
                    new Step(
                        key(key, step.getKey(), step.getValue()),
                        file.opened().person(),
                        contact,
                        step.getKey())))
        .toList();
  }

  /** Of this time that the step was taken, and no other. */
  private static UUID key(RequestKey request, RequestStep step, Instant since) {
    String name = "%s %s %s".formatted(request, step, since);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
