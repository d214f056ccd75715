package org.haetae.casework.office;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.order.Validity;

/** What a court may do, at random. */
record RandomOrders(Random random) {
  OrderFile issued(int number, Instant now) {
    Instant from = now.plus(Duration.ofHours(random.nextInt(-400, 500)));
    return OrderFiles.issued(
        "o" + number,
        "r" + (1 + random.nextInt(2)),
        some(CoverLife.PEOPLE),
        some(RandomSite.PLACES),
        new Validity(from, from.plus(Duration.ofHours(1 + random.nextInt(1500)))));
  }

  /** Throws an {@link org.haetae.casework.order.OrderRefusal} where that can't follow. */
  OrderFile after(OrderFile file, Instant now) {
    return file.after(
        switch (random.nextInt(6)) {
          case 0, 1 -> new OrderEvent.Suspended(now, "appeal");
          case 2, 3 -> new OrderEvent.Resumed(now);
          case 4 -> new OrderEvent.Revoked(now, "over");
          default -> {
            Instant until = file.endsAt().plus(Duration.ofHours(random.nextInt(1500)));
            yield new OrderEvent.Extended(now, until, "court", "2026-1");
          }
        });
  }

  private <T> Set<T> some(List<T> all) {
    List<T> some = new ArrayList<>(all.subList(0, 1 + random.nextInt(2)));
    some.add(all.get(random.nextInt(all.size())));
    return new HashSet<>(some);
  }
}
