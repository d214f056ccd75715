package org.haetae.casework.office;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.EmergencySystem;
import org.haetae.casework.watch.EmergencySystem.Answer;
import org.haetae.casework.watch.EmergencySystem.Registration;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.WatchSerial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers each watch that is handed over and that the emergency system doesn't know: at once, and
 * after a failure again, each time twice as long after as before, up to half an hour. What is to be
 * done is read from the casework, so that a crash forgets nothing. For one thread.
 */
public final class RegistrationRound {
  private static final Logger LOG = LoggerFactory.getLogger(RegistrationRound.class);
  private final Office office;
  private final WatchDesk desk;
  private final EmergencySystem system;
  private final InstantSource clock;
  private final Pauses pauses;

  public RegistrationRound(
      Office office, WatchDesk desk, EmergencySystem system, InstantSource clock) {
    this.office = office;
    this.desk = desk;
    this.system = system;
    this.clock = clock;
    this.pauses = new Pauses(clock);
  }

  /**
   * Goes round once.
   *
   * @return how many were confirmed
   */
  public int run() throws InterruptedException {
    return pauses.round(office.look(RegistrationRound::unregistered), Registration::key, this::ask);
  }

  private boolean ask(Registration registration) throws InterruptedException {
    return switch (system.register(registration)) {
      case Answer.Confirmed(String number) -> confirm(registration.watch(), number);
      case Answer.Failed(String why) -> {
        LOG.warn("the emergency system did not take a watch's registration: {}", why);
        pauses.failed(registration.key());
        yield false;
      }
    };
  }

  private boolean confirm(WatchSerial watch, String number) {
    try {
      desk.registered(watch, number, new Deed(Actor.CLOCK, clock.instant()));
      return true;
    } catch (Refusal e) {
      // It came back, or somebody wrote the number down by hand, while we asked.
      LOG.info("a registration came too late to be written down: {}", e.getMessage());
      return false;
    }
  }

  private static List<Registration> unregistered(Files files) {
    List<Registration> all = new ArrayList<>();
    for (Watch watch : files.stock().watches()) {
      if (watch.state() == WatchState.ISSUED) {
        watch
            .holding()
            .filter(held -> held.registration().isEmpty())
            .ifPresent(
                held ->
                    files
                        .find(held.request().file())
                        .map(
                            file ->
                                new Registration(
                                    key(watch.serial(), held),
                                    watch.serial(),
                                    file.opened().person(),
                                    file.opened().station(),
                                    held.since()))
                        .ifPresent(all::add));
      }
    }
    return all;
  }

  /** Of this handing over, and no other. */
  private static UUID key(WatchSerial serial, Holding held) {
    String name = "%s %s %s".formatted(serial, held.request(), held.since());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
