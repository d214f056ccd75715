package org.haetae.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haetae.app.config.CaseworkSettings;
import org.haetae.app.metrics.IncidentMeters;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.alarm.DeadLetterWatch;
import org.haetae.casework.alarm.DeliveryAlarms;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Courier;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.RetryRule;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.domain.alert.ProximityAlert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an alert to people: intake, incidents, escalation, couriers. Started and closed once. */
final class AlertPath implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPath.class);
  private static final Duration ESCALATION_LOOK = Duration.ofMillis(250);
  private static final Duration ALARM_LOOK = Duration.ofSeconds(1);

  /** The part of the store that alerts are kept in. */
  private static final String ALERTS = "incidents";

  private final Optional<Path> temporary;
  private final Store store;
  private final IncidentDesk desk;
  private final AlarmDesk alarms;
  private final DeadLetterWatch deadLetters;
  private final AlertIntake intake;
  private final List<Channel> channels;
  private final List<Courier> couriers = new ArrayList<>();
  private final ScheduledExecutorService escalation =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "escalation"));

  // A thread of its own: the escalation of a threat waits for no alarm about the system.
  private final ScheduledExecutorService telling =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "technical-alarms"));

  AlertPath(
      CaseworkSettings settings,
      List<Channel> channels,
      IncidentMeters meters,
      InstantSource clock) {
    this.channels = List.copyOf(channels);
    temporary = settings.database().isPresent() ? Optional.empty() : Optional.of(folder());
    Path file = settings.database().orElseGet(() -> temporary.orElseThrow().resolve("haetae.db"));
    store = open(file);
    ForwardClock forward = new ForwardClock(clock, System::nanoTime, newest(store));
    desk =
        new IncidentDesk(store, settings.escalation(), settings.dispatch(), forward, this::filled);
    alarms = new AlarmDesk(store, settings.technical(), forward, this::filled);
    intake =
        new AlertIntake(
            alerts -> {
              desk.take(alerts);
              alarms.clear(AlarmCode.STORE_FAILING, ALERTS);
            },
            why -> {
              alarms.raise(AlarmCode.STORE_FAILING, ALERTS, "");
              meters.refused(why);
            });
    deadLetters = new DeadLetterWatch(store, alarms);
    DeliveryAlarms listener = new DeliveryAlarms(alarms, meters);
    StoredOutbox outbox = new StoredOutbox(store);
    for (Channel channel : channels) {
      for (Queue queue : Queue.values()) {
        couriers.add(new Courier(channel, queue, outbox, RetryRule.defaults(), forward, listener));
      }
    }
    meters.watch(() -> store.read(Backlog::of), names(channels, store), intake, forward);
    meters.room(file);
    if (temporary.isPresent()) {
      LOG.info("incidents end with this process; \"casework: database:\" keeps them");
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("haetae");
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE, "no temporary folder can be made for the incidents", e);
    }
  }

  private static Store open(Path file) {
    try {
      return Store.open(new Database.Sqlite(file));
    } catch (StoreException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Time must not begin before what was written down. */
  private static Instant newest(Store store) {
    return store.<Optional<Instant>>read(in -> in.incidents().newestEvent()).orElse(Instant.EPOCH);
  }

  /** The channels, and those of another day that parcels are still there for. */
  private static Set<String> names(List<Channel> channels, Store store) {
    Set<String> names = new TreeSet<>();
    channels.forEach(channel -> names.add(channel.name()));
    store.read(in -> in.outbox().undelivered()).forEach(group -> names.add(group.channel()));
    return names;
  }

  private void filled() {
    couriers.forEach(Courier::wake);
  }

  void start() {
    couriers.forEach(Courier::start);
    intake.start();
    var _ =
        escalation.scheduleWithFixedDelay(
            this::escalate, 0, ESCALATION_LOOK.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        telling.scheduleWithFixedDelay(this::tell, 0, ALARM_LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failure must neither end the schedule nor pass unseen. */
  private void escalate() {
    try {
      desk.escalate();
    } catch (RuntimeException e) {
      LOG.error("escalation could not look for what is due: {}", e.getMessage());
    }
  }

  /** Alarms that can't be kept stay due, and the reason why is an alarm already. */
  private void tell() {
    try {
      deadLetters.look();
      alarms.tell();
    } catch (RuntimeException e) {
      LOG.error("technical alarms could not be handed on: {}", e.getMessage());
    }
  }

  /** Takes an alert over; never blocks. */
  void accept(ProximityAlert alert) {
    intake.accept(alert);
  }

  /** Where faults of the system are reported. */
  AlarmDesk alarms() {
    return alarms;
  }

  /** Where people decide. */
  IncidentDesk desk() {
    return desk;
  }

  @Override
  public void close() {
    intake.close();
    escalation.shutdownNow();
    telling.shutdownNow();
    couriers.forEach(Courier::close);
    channels.forEach(Channel::close);
    store.close();
    temporary.ifPresent(AlertPath::remove);
  }

  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      LOG.warn("the temporary folder {} is left behind", folder);
    }
  }
}
