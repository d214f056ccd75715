package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.cover.Cover;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Covered;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.WatchSerial;

/**
 * A year and more of a house at random: whatever happens goes to the book, and is kept here once
 * more, plainly, so that everything can be asked for from scratch.
 */
final class CoverLife {
  static final List<ProtectedPersonId> PEOPLE =
      List.of(
          new ProtectedPersonId("p1"),
          new ProtectedPersonId("p2"),
          new ProtectedPersonId("p3"),
          new ProtectedPersonId("p4"));

  /** What sort of thing has happened. */
  enum Event {
    DEED,
    ORDER,
    SIGNAL,
    SITE
  }

  private final Random random;
  private final Plan plan;
  private final Cover cover;
  private final Ledger ledger = new MemoryLedger();
  private final Office office = new Office(ledger);
  private final RandomDeeds deeds;
  private final Map<OrderId, OrderFile> orders = new LinkedHashMap<>();
  private final Map<WatchSerial, WatchSignal> signals = new HashMap<>();
  private final CoverBook book;
  private SiteView site = SiteView.NONE;
  private boolean hears;

  /** Before this many events watches can't be heard here. */
  private final int quiet;

  private int events;
  private Instant now;

  /** Begins some months before a leap day, or after it. */
  CoverLife(Random random, Plan plan, ZoneId zone) {
    this.random = random;
    this.plan = plan;
    cover = new Cover(plan);
    quiet = random.nextInt(80);
    deeds = new RandomDeeds(random, office, plan);
    book = new CoverBook(office, plan);
    now = Instant.parse("2023-10-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(5_000)));
    if (random.nextBoolean()) {
      // Calendar days that begin in the hour which the clocks skip or repeat
      now = now.atZone(zone).withHour(2).withMinute(30).toInstant();
    }
    deeds.begin(now);
    book.begin(List.of(), List.of(), false, site, now);
  }

  Instant now() {
    return now;
  }

  CoverBook book() {
    return book;
  }

  SiteView site() {
    return site;
  }

  /** When the next thing happens: at once, within minutes, days or weeks. */
  Instant later() {
    Duration wait =
        switch (random.nextInt(4)) {
          case 0 -> Duration.ZERO;
          case 1 -> Duration.ofMillis(random.nextInt(7_200_000));
          case 2 -> Duration.ofSeconds(random.nextInt(500_000));
          default -> Duration.ofMinutes(random.nextInt(30_000));
        };
    return now.plus(wait);
  }

  void pass(Instant until) {
    now = until;
  }

  /** Something happens now; or nothing, where a rule refuses it. */
  Event happen() {
    events++;
    Event event =
        switch (random.nextInt(8)) {
          case 0 -> Event.ORDER;
          case 1 -> events < quiet ? Event.DEED : Event.SIGNAL;
          case 2 -> Event.SITE;
          default -> Event.DEED;
        };
    try {
      happen(event);
    } catch (Refusal | OrderRefusal e) {
      // As it should be: what is asked for is often nonsense. Nothing has changed then.
    }
    return event;
  }

  private void happen(Event event) {
    switch (event) {
      case DEED -> deeds.something(now);
      case ORDER -> order();
      case SIGNAL -> signal();
      case SITE -> {
        site = new RandomSite(random).after(site, orders.keySet(), now);
        book.site(site, now);
      }
    }
  }

  private void order() {
    RandomOrders courts = new RandomOrders(random);
    List<OrderFile> known = List.copyOf(orders.values());
    OrderFile file =
        known.isEmpty() || random.nextInt(3) == 0
            ? courts.issued(known.size() + 1, now)
            : courts.after(known.get(random.nextInt(known.size())), now);
    orders.put(file.issued().id(), file);
    book.orders(random.nextBoolean() ? List.of(file) : orders.values(), now);
  }

  /** Signs of life may come late, and one after another that is newer. */
  private void signal() {
    WatchSerial watch = deeds.watch();
    Instant at = now.minusSeconds(random.nextInt(random.nextInt(3) == 0 ? 4_000 : 60));
    Instant position = at.minusSeconds(random.nextInt(1_800));
    WatchSignal heard = new WatchSignal(watch, at, random.nextInt(101), Optional.empty(), position);
    signals.merge(watch, heard, (old, one) -> one.at().isBefore(old.at()) ? old : one);
    hears = true;
    book.heard(heard, now);
  }

  /** A line for everybody, from scratch, covered people without a case too. */
  List<CoverLine> scratch(Instant instant, SiteView view) {
    return office.look(
        files -> {
          HouseWorld world = world(files, view);
          List<CoverLine> lines = new ArrayList<>();
          for (ProtectedPersonId person : PEOPLE) {
            List<CaseFile> open = files.protecting(person);
            open.forEach(file -> lines.add(cover.of(Covered.of(file), world, instant)));
            if (open.isEmpty() && !world.orders(person).isEmpty()) {
              lines.add(cover.of(new Covered(person, Optional.empty()), world, instant));
            }
          }
          return lines;
        });
  }

  /** The question behind a line once more, from scratch. */
  CoverLine again(CoverLine line, Instant instant) {
    return office.look(
        files ->
            cover.of(
                new Covered(line.person(), line.file().flatMap(files::find)),
                world(files, site),
                instant));
  }

  /** Orders come in another order each time: no answer may depend on that. */
  private HouseWorld world(Files files, SiteView view) {
    List<OrderFile> shuffled = new ArrayList<>(orders.values());
    Collections.shuffle(shuffled, random);
    OrderShelf shelf = new OrderShelf();
    var _ = shelf.put(shuffled);
    return new HouseWorld(files, shelf, view, signals, hears, plan.watches().reach());
  }

  /** Who waits though a station within reach has a watch. */
  List<Waiting> neglected() {
    return office.look(
        files ->
            files.waiting().stream()
                .filter(one -> !world(files, site).offers(one.station()).isEmpty())
                .toList());
  }

  /** The whole house read from the ledger once more must be the same. */
  void assertReplays() {
    Office again = new Office(ledger);
    assertEquals(state(office), state(again));
    CoverBook fresh = new CoverBook(again, plan);
    fresh.begin(orders.values(), signals.values(), hears, site, now);
    assertEquals(book.lines(now), fresh.lines(now));
    assertEquals(book.counts(now), fresh.counts(now));
  }

  private static List<Object> state(Office office) {
    return office.look(
        files ->
            List.of(
                List.copyOf(files.cases()),
                List.copyOf(files.staff()),
                files.waiting(),
                Set.copyOf(files.stock().watches()),
                List.copyOf(files.stock().stations())));
  }
}
