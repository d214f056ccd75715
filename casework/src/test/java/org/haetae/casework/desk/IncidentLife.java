package org.haetae.casework.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Outbox.Outcome;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentRefusal;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/** One site's ten years, played to the desk and to the plain model. */
final class IncidentLife implements AutoCloseable {
  private static final Instant START = Instant.parse("2027-12-20T00:00:00Z");
  private static final Instant END = Instant.parse("2037-12-20T00:00:00Z");
  private static final Instant EMPTY_BATTERY = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration TICK = Duration.ofNanos(1_000);
  private static final int ALL = 1_000_000;

  private final Random random;
  private final RandomSite site;
  private final AwkwardTimes awkward;
  private final Path file;
  private final SiteTime time = new SiteTime(START);
  private final PlainDesk model = new PlainDesk();
  private final PlainDeskCheck check = new PlainDeskCheck(model);
  private PlainPlan plan;
  private Set<Severity> twoPeople;
  private DeskProcess process;
  private Instant now = START;
  private int filled;
  private int step;
  private String doing = "the beginning";

  IncidentLife(Random random, ZoneId zone, Path file) {
    this.random = random;
    this.file = file;
    site = new RandomSite(random, zone);
    awkward = new AwkwardTimes(zone, START, END);
    plan = site.plan();
    twoPeople = site.twoPeople();
    process = DeskProcess.open(file, plan, twoPeople, time);
  }

  void play() {
    try {
      while (now.isBefore(END)) {
        step++;
        advance();
        act();
        assertEquals(filled, process.filled(), "how often the outbox was filled");
        if (step % 4 == 0) {
          check.glance(process, 1 + random.nextInt(12));
        } else {
          check.blink(process, site.any(RandomSite.CHANNELS));
        }
      }
      restart(true);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("step %d at %s, %s: %s".formatted(step, now, doing, e), e);
    }
  }

  // time

  /** Mostly a little, often exactly to where something changes, and now and then for weeks. */
  private void advance() {
    int kind = random.nextInt(20);
    Instant next =
        switch (kind) {
          case 0, 1, 2, 3, 4 ->
              before(model.ongoing().flatMap(it -> it.due().stream()), Duration.ofDays(2));
          case 5, 6 -> now.plus(Duration.ofSeconds(1_800 - now.getEpochSecond() % 1_800));
          case 7, 8 -> before(awkward.after(now).stream(), Duration.ofDays(120));
          case 9, 10 -> now.plus(Duration.ofSeconds(random.nextInt(150 * 86_400)));
          case 11 -> now.plus(Duration.ofSeconds(random.nextInt(40_000)));
          default -> now.plus(Duration.ofMillis(random.nextInt(90_000)));
        };
    if (site.oneIn(4)) {
      next = next.minus(TICK);
    }
    time.pass(next.isAfter(now) ? Duration.between(now, next) : TICK);
    if (site.oneIn(6)) {
      time.setBack(Duration.ZERO);
    }
    look();
  }

  /** The first of these that comes after now and within some time; else a moment later. */
  private Instant before(Stream<Instant> moments, Duration within) {
    return moments
        .filter(at -> at.isAfter(now) && at.isBefore(now.plus(within)))
        .min(Comparator.naturalOrder())
        .orElse(now.plusSeconds(1));
  }

  private void look() {
    Instant before = now;
    now = process.now();
    assertFalse(now.isBefore(before), "time went back");
  }

  // what happens

  private void act() {
    if (site.oneIn(20)) {
      process.breakAfter(random.nextInt(4));
    }
    switch (random.nextInt(40)) {
      case 0, 1, 2, 3, 4, 5, 6 -> take(1 + random.nextInt(3));
      case 7 -> take(site.oneIn(4) ? 40 : 0);
      case 8, 9, 10, 11, 12, 13, 14 -> escalate();
      case 15, 16, 17, 18 -> acknowledge();
      case 19, 20, 21, 22, 23 -> dispatch();
      case 24, 25, 26 -> resolve();
      case 27, 28 -> foundFalse();
      case 29, 30, 31, 32 -> courier(site.any(RandomSite.CHANNELS), 1 + random.nextInt(8));
      case 33, 34, 35 -> RandomSite.CHANNELS.forEach(channel -> courier(channel, ALL));
      case 36 -> sendAgain();
      case 37 -> {
        doing = "the clock is set back";
        time.setBack(Duration.ofSeconds(random.nextInt(7_200)));
      }
      case 38 -> restart(site.oneIn(5));
      default -> {
        escalate();
        escalate();
      }
    }
    process.breakAfter(ALL);
  }

  /** New alerts, among which old ones come again, even changed. */
  private void take(int many) {
    List<ProximityAlert> alerts = new ArrayList<>(site.alerts(many, now));
    if (site.oneIn(3)) {
      List.copyOf(model.alerts.values()).reversed().stream()
          .limit(20)
          .filter(_ -> site.oneIn(5))
          .map(known -> site.oneIn(2) ? known.alert() : changed(known.alert()))
          .forEach(alerts::add);
    }
    if (site.oneIn(4) && !alerts.isEmpty()) {
      alerts.add(site.any(alerts));
    }
    Collections.shuffle(alerts, random);
    doing = "take " + alerts;
    unbroken(
            () -> {
              process.desk().take(alerts);
              return alerts;
            })
        .ifPresent(
            taken -> {
              model.take(taken, now, plan, this::name);
              filled++;
            });
  }

  private ProximityAlert changed(ProximityAlert alert) {
    ProximityAlert other = site.alerts(1, now).getFirst();
    return new ProximityAlert(
        alert.id(),
        other.order(),
        other.place(),
        other.sighting(),
        other.proximity(),
        other.trend(),
        other.severity(),
        other.decided());
  }

  private IncidentId name(OrderId order) {
    Incident incident =
        process.desk().newest(ALL).stream()
            .filter(it -> it.cause().equals(new Approach(order)) && it.state().takesAlerts())
            .findAny()
            .orElseThrow(() -> new AssertionError("nothing has opened for " + order));
    assertTrue(model.find(incident.id()).isEmpty(), "joined what the model has as closed");
    return incident.id();
  }

  private void escalate() {
    doing = "escalate";
    unbroken(process.desk()::escalate)
        .ifPresent(
            many -> {
              int told = model.escalate(now, plan, it -> newest(it.id())).size();
              assertEquals(told, many);
              filled += told > 0 ? 1 : 0;
            });
  }

  private UUID newest(IncidentId id) {
    return process.store().read(in -> in.incidents().newestNotice(id).orElseThrow())
            instanceof Notice.Threat threat
        ? threat.alert()
        : fail("an order's incident is told as something else");
  }

  private void sendAgain() {
    doing = "send again";
    unbroken(process.desk()::sendAgain)
        .ifPresent(
            many -> {
              assertEquals(model.sendAgain(now), many);
              filled++;
            });
  }

  // what people do

  private void acknowledge() {
    UserId by = site.any(RandomSite.PEOPLE);
    change(
        "acknowledge by " + by,
        incident -> incident.cannotBeSeen(by),
        _ -> new IncidentEvent.Acknowledged(now, by),
        id -> process.desk().acknowledge(id, by));
  }

  private void dispatch() {
    UserId by = site.any(RandomSite.PEOPLE);
    change(
        "dispatch by " + by,
        incident -> incident.cannotBeSent(by, twoPeople),
        incident ->
            twoPeople.contains(incident.severity()) && incident.asked().isEmpty()
                ? new IncidentEvent.DispatchAsked(now, by)
                : new IncidentEvent.Dispatched(now, by),
        id -> process.desk().dispatch(id, by));
  }

  private void resolve() {
    UserId by = site.any(RandomSite.PEOPLE);
    String outcome = site.oneIn(5) ? " " : "taken away";
    Optional<String> wordless = outcome.isBlank() ? Optional.of("an outcome") : Optional.empty();
    change(
        "resolve by " + by,
        incident -> incident.cannotBeClosed().or(() -> wordless),
        _ -> new IncidentEvent.Resolved(now, by, outcome),
        id -> process.desk().resolve(id, by, outcome));
  }

  private void foundFalse() {
    UserId by = site.any(RandomSite.PEOPLE);
    FalseAlarmReason why = site.any(FalseAlarmReason.class);
    change(
        "found false by " + by,
        PlainIncident::cannotBeClosed,
        _ -> new IncidentEvent.FoundFalse(now, by, why),
        id -> process.desk().foundFalse(id, by, why));
  }

  private void change(
      String words,
      Function<PlainIncident, Optional<String>> refused,
      Function<PlainIncident, IncidentEvent> event,
      Function<IncidentId, Incident> command) {
    List<PlainIncident> ongoing = model.ongoing().toList();
    List<PlainIncident> some = ongoing.isEmpty() || site.oneIn(9) ? model.incidents : ongoing;
    Optional<PlainIncident> incident =
        some.isEmpty() || site.oneIn(30) ? Optional.empty() : Optional.of(site.any(some));
    IncidentId id = incident.map(PlainIncident::id).orElseGet(() -> new IncidentId(site.id()));
    doing = "%s: %s".formatted(words, incident.map(PlainIncident::shown));
    Optional<String> why = incident.map(refused).orElse(Optional.of("there is no incident"));
    try {
      unbroken(() -> command.apply(id))
          .ifPresent(
              after -> {
                assertEquals(Optional.empty(), why, "taken, but the model refuses it");
                PlainIncident plain = incident.orElseThrow();
                plain.add(event.apply(plain), plan);
                assertEquals(plain.shown(), after);
              });
    } catch (IncidentRefusal refusal) {
      String message = String.valueOf(refusal.getMessage());
      assertTrue(why.isPresent(), () -> "refused, but the model takes it: " + message);
      assertTrue(message.contains(why.orElseThrow()), () -> "not " + why + ", but: " + message);
      assertTrue(message.contains(id.toString()), message);
    }
  }

  // couriers

  /** The channel is there or not, or dislikes some of them. */
  private void courier(String channel, int limit) {
    doing = "up to %d for %s".formatted(limit, channel);
    StoredOutbox outbox = new StoredOutbox(process.store());
    List<Parcel> all = outbox.due(channel, Queue.THREAT, now, ALL);
    List<Parcel> some = outbox.due(channel, Queue.THREAT, now, limit);
    assertEquals(all.subList(0, Math.min(limit, all.size())), some);
    int likes = random.nextInt(4);
    outbox.settle(some.stream().map(parcel -> outcome(parcel, likes)).toList());
  }

  private Outcome outcome(Parcel parcel, int likes) {
    PlainParcel plain =
        model.due(parcel.channel(), now).stream()
            .filter(it -> it.notice.equals(check.nameless(parcel.notice())))
            .findAny()
            .orElseThrow();
    if (likes >= 2 || random.nextInt(4) < likes) {
      model.delivered(plain);
      return new Outcome.Delivered(parcel.id());
    }
    if (site.oneIn(3)) {
      plain.died();
      return new Outcome.Dead(parcel.id(), "refused");
    }
    Instant until = now.plusMillis(random.nextInt(60_000));
    plain.postponed(until);
    return new Outcome.Postponed(parcel.id(), until, "nobody there");
  }

  // processes

  /** What the command answers; nothing where its process broke off, and then another has begun. */
  private <T> Optional<T> unbroken(Supplier<T> command) {
    try {
      return Optional.of(command.get());
    } catch (DeskProcess.Broken broken) {
      doing += ", broken off";
      restart(site.oneIn(5));
      return Optional.empty();
    }
  }

  /** The machine is off for a while; its clock may have stood still, or forgotten everything. */
  private void restart(boolean closing) {
    doing += ", restart";
    process.breakAfter(ALL);
    Instant before = process.now();
    time.reboot(Duration.ofSeconds(random.nextInt(site.oneIn(5) ? 200_000 : 600)));
    if (site.oneIn(3)) {
      Duration years = Duration.between(EMPTY_BATTERY, time.instant());
      time.setBack(site.oneIn(2) ? years : Duration.ofSeconds(random.nextInt(90_000)));
    }
    if (site.oneIn(3)) {
      plan = site.plan();
      twoPeople = site.twoPeople();
    }
    if (closing) {
      process.close();
      process = DeskProcess.open(file, plan, twoPeople, time);
    } else {
      process = process.next(plan, twoPeople, time);
    }
    filled = 0;
    now = process.now();
    assertFalse(now.isBefore(model.newestCounted()), "time begins before what was written down");
    assertFalse(now.isAfter(before) && now.isAfter(time.instant()), "time runs ahead");
    if (closing) {
      check.whole(process);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
