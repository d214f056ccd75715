package org.haetae.casework.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentEvent.Joined;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentRefusal;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.report.IncidentRecord;
import org.haetae.casework.report.MonthReport;
import org.haetae.casework.report.MonthSpan;
import org.haetae.casework.review.ThresholdReview;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * Turns alerts and calls for help into incidents and incidents into notices. Safe for many threads;
 * every method may throw {@link org.haetae.casework.store.StoreException}, and then has changed
 * nothing.
 */
public final class IncidentDesk {
  /** As far back as a review looks. */
  private static final int REVIEWED = 1000;

  private final Store store;
  private final EscalationPlan plan;
  private final DispatchRule dispatch;
  private final InstantSource clock;
  private final Runnable filled;

  /**
   * @param clock one that never goes back
   * @param filled is run after the outbox was filled, on the caller's thread
   */
  public IncidentDesk(
      Store store,
      EscalationPlan plan,
      DispatchRule dispatch,
      InstantSource clock,
      Runnable filled) {
    this.store = store;
    this.plan = plan;
    this.dispatch = dispatch;
    this.clock = clock;
    this.filled = filled;
  }

  /** Takes all alerts in or none; one that was taken in before is passed over. */
  public void take(List<ProximityAlert> alerts) {
    store.run(in -> alerts.forEach(alert -> take(in, alert)));
    filled.run();
  }

  private void take(Transaction in, ProximityAlert alert) {
    if (in.incidents().knows(alert.id())) {
      return;
    }
    Instant now = clock.instant();
    AlertJoined joined = new AlertJoined(now, alert.id(), alert.severity());
    Incident incident = join(in, new Approach(alert.order()), joined);
    Notice.Threat notice = Notices.threat(alert, incident, now);
    in.incidents().keep(notice, alert.sighting().evidence());
    plan.toldUpTo(incident.tier()).forEach(channel -> in.outbox().add(channel, notice, now));
  }

  /**
   * Takes a call for help in; one that was taken in before is passed over.
   *
   * @return whether it was new
   */
  public boolean sos(SosCall call) {
    boolean fresh = store.<Boolean>write(in -> sos(in, call));
    filled.run();
    return fresh;
  }

  private boolean sos(Transaction in, SosCall call) {
    if (in.incidents().knows(call.id())) {
      return false;
    }
    Instant now = clock.instant();
    CallJoined joined = new CallJoined(now, call.id(), call.watch());
    Incident incident = join(in, new CallForHelp(call.file()), joined);
    Notice.Sos notice = Notices.sos(call, incident, now);
    in.incidents().keep(notice);
    plan.toldUpTo(incident.tier()).forEach(channel -> in.outbox().add(channel, notice, now));
    return true;
  }

  /** The incident of a cause with what is new of it, written down. */
  private Incident join(Transaction in, IncidentCause cause, Joined joined) {
    Optional<Incident> ongoing = in.incidents().ongoing(cause);
    if (ongoing.isPresent()) {
      Incident incident = ongoing.get().after(joined);
      in.incidents().save(incident, joined, escalates(in, ongoing.get(), incident));
      return incident;
    }
    Incident incident = Incident.opened(new IncidentId(UUID.randomUUID()), cause, joined);
    Instant now = joined.at();
    in.incidents().add(incident, joined, Optional.of(now.plus(plan.pauseAfter(0, now))));
    return incident;
  }

  /** An open incident keeps the hour of its next tier, or gets one when it opens again. */
  private Optional<Instant> escalates(Transaction in, Incident before, Incident after) {
    if (after.state() != IncidentState.OPEN) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return before.state() == IncidentState.OPEN
        ? in.incidents().escalates(after.id())
        : Optional.of(now.plus(plan.pauseAfter(after.tier(), now)));
  }

  /** Tries notices that were given up once more for as long; answers how many there were. */
  public int sendAgain() {
    Instant now = clock.instant();
    int revived = store.write(in -> in.outbox().revive(now));
    filled.run();
    return revived;
  }

  /** Tells the next tier of every incident whose time has come; answers how many there were. */
  public int escalate() {
    Instant now = clock.instant();
    // Nothing is due nearly always, and then the one writer is left to the alerts.
    if (store.read(in -> in.incidents().escalating(now)).isEmpty()) {
      return 0;
    }
    int escalated =
        store.write(
            in -> {
              List<Incident> due = in.incidents().escalating(now);
              due.forEach(incident -> escalate(in, incident, now));
              return due.size();
            });
    filled.run();
    return escalated;
  }

  private void escalate(Transaction in, Incident incident, Instant now) {
    int tier = incident.tier() + 1;
    IncidentEvent event = incident.escalate(tier, now);
    in.incidents()
        .save(incident.after(event), event, Optional.of(now.plus(plan.pauseAfter(tier, now))));
    // Of what was erased there is nothing left to tell.
    in.incidents()
        .newestNotice(incident.id())
        .map(newest -> Notices.escalated(newest, incident.severity(), tier, now))
        .ifPresent(
            notice -> plan.toldAt(tier).forEach(channel -> in.outbox().add(channel, notice, now)));
  }

  /**
   * A person has seen it; nobody else is called any more.
   *
   * @throws IncidentRefusal where it can't be acknowledged
   */
  public Incident acknowledge(IncidentId id, UserId by) {
    return change(id, incident -> incident.acknowledge(by, clock.instant()));
  }

  /**
   * Sends a patrol, or asks a second person to.
   *
   * @throws IncidentRefusal where a patrol can't be sent
   */
  public Incident dispatch(IncidentId id, UserId by) {
    return change(id, incident -> incident.dispatch(by, clock.instant(), dispatch));
  }

  /**
   * Closes a real incident.
   *
   * @throws IncidentRefusal where it can't be closed
   */
  public Incident resolve(IncidentId id, UserId by, String outcome) {
    return change(id, incident -> incident.resolve(by, clock.instant(), outcome));
  }

  /**
   * Closes what was none.
   *
   * @throws IncidentRefusal where it can't be closed
   */
  public Incident foundFalse(IncidentId id, UserId by, FalseAlarmReason reason) {
    return change(id, incident -> incident.foundFalse(by, clock.instant(), reason));
  }

  private Incident change(IncidentId id, Function<Incident, IncidentEvent> command) {
    return store.write(
        in -> {
          Incident before =
              in.incidents()
                  .find(id)
                  .orElseThrow(() -> new IncidentRefusal("there is no incident " + id));
          IncidentEvent event = command.apply(before);
          Incident after = before.after(event);
          in.incidents().save(after, event, escalates(in, before, after));
          return after;
        });
  }

  /** What people's verdicts on the newest alerts say about the threshold. */
  public ThresholdReview review() {
    return ThresholdReview.of(store.read(in -> in.incidents().judged(REVIEWED)));
  }

  public Optional<Incident> find(IncidentId id) {
    return store.read(in -> in.incidents().find(id));
  }

  /** How many incidents people found to be none, of those in which something came after then. */
  public int falseAlarms(Instant after) {
    return store.read(in -> in.incidents().count(IncidentState.FALSE_ALARM, after));
  }

  /** The newest alerts of orders since then; those that were erased are left out. */
  public List<Notice.Threat> threats(Instant since, int limit) {
    return store.read(in -> in.incidents().threats(since, limit));
  }

  /** All that happened to an incident, the oldest first. */
  public List<IncidentEvent> events(IncidentId id) {
    return store.read(in -> in.incidents().events(id));
  }

  /**
   * What a month has brought.
   *
   * @param zone in which the month begins and ends
   */
  public MonthReport month(YearMonth month, ZoneId zone) {
    MonthSpan span = MonthSpan.of(month, zone);
    return store.read(
        in ->
            new MonthReport(
                month,
                in.incidents().opened(span.from(), span.until()).stream()
                    .map(one -> record(in, one))
                    .toList()));
  }

  private static IncidentRecord record(Transaction in, Incident incident) {
    Optional<OrderFile> order =
        switch (incident.cause()) {
          case Approach(OrderId id) -> in.orders().find(id);
          case CallForHelp _ -> Optional.empty();
        };
    return new IncidentRecord(
        incident,
        order,
        in.incidents().raised(incident.id()),
        in.incidents().events(incident.id()));
  }

  /** The last call for help of an incident; empty where it is about something else. */
  public Optional<SosCall> lastCall(IncidentId id) {
    return store
        .<Optional<Notice.OfIncident>>read(in -> in.incidents().newestNotice(id))
        .filter(Notice.Sos.class::isInstance)
        .map(notice -> ((Notice.Sos) notice).call());
  }

  /**
   * The newest and, however old, all that nobody has closed; newest first.
   *
   * @param limit of the newest; more come where older ones wait for a person
   */
  public List<Incident> newest(int limit) {
    return store.read(in -> in.incidents().newest(limit));
  }

  /**
   * Those that opened before another, newest first; the closed ones, too.
   *
   * @param limit how many at most
   */
  public List<Incident> before(Incident last, int limit) {
    return store.read(in -> in.incidents().before(last, limit));
  }
}
