package org.haetae.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.haetae.app.config.CaseworkSettings;
import org.haetae.app.metrics.IncidentMeters;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.alarm.DeadLetterWatch;
import org.haetae.casework.alarm.DeliveryAlarms;
import org.haetae.casework.alarm.DutyWatch;
import org.haetae.casework.canary.CanaryDesk;
import org.haetae.casework.canary.CanaryWatch;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Courier;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.RetryRule;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.CameraId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an alert to people: intake, incidents, escalation, couriers. Started and closed once. */
final class AlertPath implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPath.class);
  private static final Duration ESCALATION_LOOK = Duration.ofMillis(250);
  private static final Duration ALARM_LOOK = Duration.ofSeconds(1);

  /** The part of the store that alerts are kept in. */
  private static final String ALERTS = "incidents";

  private final IncidentDesk desk;
  private final AlarmDesk alarms;
  private final DeadLetterWatch deadLetters;
  private final DutyWatch duty;
  private final CanaryWatch canaryWatch;
  private final CanaryDesk canary;
  private final AlertIntake intake;
  private final List<Channel> channels;
  private final List<Courier> couriers = new ArrayList<>();
  private final ScheduledExecutorService escalation =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "escalation"));

  // A thread of its own: the escalation of a threat waits for no alarm about the system.
  private final ScheduledExecutorService telling =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "technical-alarms"));

  /**
   * @param records stay the caller's to close
   * @param canaries cameras whose alerts are rehearsals
   */
  AlertPath(
      CaseworkSettings settings,
      CaseRecords records,
      List<Channel> channels,
      Collection<CameraId> canaries,
      IncidentMeters meters) {
    this.channels = List.copyOf(channels);
    Store store = records.store();
    ForwardClock clock = records.clock();
    desk = new IncidentDesk(store, settings.escalation(), settings.dispatch(), clock, this::filled);
    alarms = new AlarmDesk(store, settings.technical(), clock, this::filled);
    intake =
        new AlertIntake(
            alerts -> {
              take(alerts);
              alarms.clear(AlarmCode.STORE_FAILING, ALERTS);
            },
            why -> {
              alarms.raise(AlarmCode.STORE_FAILING, ALERTS, "");
              meters.refused(why);
            });
    deadLetters = new DeadLetterWatch(store, alarms);
    canaryWatch = new CanaryWatch(canaries, settings.canary().every(), alarms, clock);
    canary =
        new CanaryDesk(
            store, settings.canary().channels(), canaryWatch, clock, this::filled, meters);
    meters.canary(canaryWatch);
    duty = new DutyWatch(settings.escalation(), alarms, clock);
    meters.duty(duty);
    DeliveryAlarms listener = new DeliveryAlarms(alarms, canary);
    StoredOutbox outbox = new StoredOutbox(store);
    for (Channel channel : channels) {
      for (Queue queue : Queue.values()) {
        couriers.add(new Courier(channel, queue, outbox, RetryRule.defaults(), clock, listener));
      }
    }
    meters.watch(() -> store.read(Backlog::of), names(channels, store), intake, clock);
    meters.room(records.database());
  }

  /** The channels, and those of another day that parcels are still there for. */
  private static Set<String> names(List<Channel> channels, Store store) {
    Set<String> names = new TreeSet<>();
    channels.forEach(channel -> names.add(channel.name()));
    store.read(in -> in.outbox().undelivered()).forEach(group -> names.add(group.channel()));
    return names;
  }

  /** Real ones first; a rehearsal that can't be kept has failed and is not tried again. */
  private void take(List<ProximityAlert> alerts) {
    Map<Boolean, List<ProximityAlert>> rehearsed =
        alerts.stream()
            .collect(
                Collectors.partitioningBy(alert -> canaryWatch.knows(alert.sighting().camera())));
    desk.take(rehearsed.getOrDefault(false, List.of()));
    try {
      canary.take(rehearsed.getOrDefault(true, List.of()));
    } catch (StoreException e) {
      LOG.warn("a rehearsal can't be kept: {}", e.getMessage());
    }
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
      canaryWatch.look();
      duty.look();
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

  /** How the rehearsals fare. */
  CanaryWatch canaries() {
    return canaryWatch;
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
  }
}
