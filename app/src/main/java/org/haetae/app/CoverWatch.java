package org.haetae.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.app.config.Site;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.store.Store;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.order.RiskGrade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps cover in step with the running site: each second it takes in what the cameras, the orders
 * and other processes say, and writes down now and then that the site is alive.
 */
final class CoverWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CoverWatch.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final Duration PULSE = Duration.ofSeconds(10);

  private final Site site;
  private final Store store;
  private final Office office;
  private final CoverBook book;
  private final OrderDesk orders;
  private final SiteGauge gauge;
  private final Supplier<List<Alarm>> alarms;
  private final Runnable count;
  private final InstantSource clock;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "cover"));
  private List<OrderFile> known = List.of();
  private SiteReading written = SiteReading.NOTHING;
  private Instant writtenAt = Instant.EPOCH;

  /**
   * @param count is run at the start, and at the end of each look that came through
   */
  CoverWatch(
      Site site,
      Store store,
      Office office,
      CoverBook book,
      OrderDesk orders,
      SiteGauge gauge,
      Supplier<List<Alarm>> alarms,
      Runnable count,
      InstantSource clock) {
    this.site = site;
    this.store = store;
    this.office = office;
    this.book = book;
    this.orders = orders;
    this.gauge = gauge;
    this.alarms = alarms;
    this.count = count;
    this.clock = clock;
  }

  void start() {
    Instant now = clock.instant();
    List<OrderFile> all = store.read(in -> in.orders().all());
    known = orders.unended();
    boolean hears = !site.casework().watches().names().isEmpty();
    book.begin(all, store.read(in -> in.readings().watches()), hears, view(read(now)), now);
    count.run();
    var _ =
        clockwork.scheduleWithFixedDelay(
            this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A failure must neither end the schedule nor pass unseen. */
  private void look() {
    try {
      Instant now = clock.instant();
      office.catchUp();
      takeOrders(now);
      SiteReading reading = read(now);
      book.site(view(reading), now);
      book.tick(now);
      write(reading, now);
      count.run();
    } catch (RuntimeException e) {
      LOG.error("cover could not be looked at: {}", e.getMessage());
    }
  }

  /** Orders that are there now, and those that have ended since. */
  private void takeOrders(Instant now) {
    List<OrderFile> newest = orders.unended();
    if (newest.equals(known)) {
      return;
    }
    Set<OrderId> left = newest.stream().map(file -> file.issued().id()).collect(Collectors.toSet());
    List<OrderFile> gone =
        known.stream()
            .map(file -> file.issued().id())
            .filter(id -> !left.contains(id))
            .flatMap(id -> orders.find(id).stream())
            .toList();
    book.orders(Stream.concat(newest.stream(), gone.stream()).toList(), now);
    known = newest;
  }

  private SiteReading read(Instant now) {
    Set<OrderId> held = new HashSet<>();
    Set<OrderId> poor = new HashSet<>();
    for (OrderFile file : known) {
      OrderId id = file.issued().id();
      Optional<Float> best = orders.bestFace(id);
      best.ifPresent(
          quality -> {
            held.add(id);
            if (quality < site.plan().cover().poorFace()) {
              poor.add(id);
            }
          });
    }
    return gauge.read(known, held, poor, alarms.get(), now);
  }

  /** The grade of everybody whom an order protects and whose case was assessed. */
  Map<ProtectedPersonId, RiskGrade> grades() {
    List<OrderFile> unended = orders.unended();
    return office.look(
        files -> {
          Map<ProtectedPersonId, RiskGrade> all = new HashMap<>();
          unended.stream()
              .flatMap(file -> file.issued().protectedPeople().stream())
              .flatMap(person -> files.protecting(person).stream())
              .forEach(
                  file ->
                      file.risk()
                          .grade()
                          .ifPresent(
                              grade ->
                                  all.merge(
                                      file.opened().person(),
                                      grade,
                                      BinaryOperator.maxBy(RiskGrade::compareTo))));
          return all;
        });
  }

  private SiteView view(SiteReading reading) {
    return SiteFacts.view(site, reading, Optional.empty());
  }

  private void write(SiteReading reading, Instant now) {
    if (!reading.equals(written) || !now.isBefore(writtenAt.plus(PULSE))) {
      store.run(in -> in.readings().site(site.name(), reading, now));
      written = reading;
      writtenAt = now;
    }
  }

  @Override
  public void close() {
    clockwork.close();
  }
}
