package org.haetae.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.haetae.app.config.Site;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.watchlist.Enroller;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.VaultWatchlist;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From orders to the faces that are looked for. Started and closed once. */
final class OrderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrderWatch.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final VaultWatchlist watchlist;
  private final OrderDesk desk;

  // A thread of its own: enrolling takes seconds, and an order's end is felt in the gallery by
  // another.
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "orders"));

  /**
   * Takes the site's orders in and enrols whom they name.
   *
   * @param records stay the caller's to close
   * @param model that faces are compared by
   */
  OrderWatch(Site site, CaseRecords records, ModelId model, Enroller enroller, AlarmDesk alarms) {
    watchlist =
        new VaultWatchlist(
            site.respondents().stream()
                .filter(Site.Respondent::wideArea)
                .map(Site.Respondent::id)
                .collect(Collectors.toUnmodifiableSet()));
    desk =
        new OrderDesk(
            records.store(),
            records.keys(),
            site.rules(),
            site.casework().approval(),
            watchlist,
            model,
            enroller,
            alarms,
            records.clock());
    List<OrderId> different = desk.begin(site.orders());
    if (!different.isEmpty()) {
      LOG.warn(
          "{} orders are written down otherwise than in the site's file, or were erased, and what"
              + " is written down counts: extend, suspend or revoke them instead, and give what is"
              + " new an id of its own",
          different.size());
    }
  }

  void start() {
    var _ =
        clockwork.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failure must neither end the schedule nor pass unseen. */
  private void look() {
    try {
      desk.look();
    } catch (RuntimeException e) {
      LOG.error("the orders could not be looked at: {}", e.getMessage());
    }
  }

  /** What the pipeline looks for. */
  VaultWatchlist watchlist() {
    return watchlist;
  }

  /** Where people decide. */
  OrderDesk desk() {
    return desk;
  }

  /** Waits for an enrolment that is under way, whose networks are its own. */
  @Override
  public void close() {
    clockwork.close();
  }
}
