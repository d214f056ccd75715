package org.haetae.casework.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.CoverLimits;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.schedule.Schedule;

/** An order must be in force, go on, and have no hole. */
record OrderGaps(CoverLimits limits) implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    Collection<OrderFile> all = world.orders(who.person());
    List<OrderFile> inForce = new ArrayList<>();
    for (OrderFile order : all) {
      if (Protection.inForce(order, now)) {
        inForce.add(order);
        ending(order, all, now, found);
        exceptions(order, world, found);
      }
    }
    if (inForce.isEmpty() && who.file().isPresent()) {
      Instant opened = who.file().get().opened().at();
      Instant since = Protection.lost(all, now).filter(lost -> lost.isAfter(opened)).orElse(opened);
      found.accept(Gap.of(GapKind.NO_ORDER_IN_FORCE, "", since));
    }
  }

  private void ending(OrderFile order, Collection<OrderFile> all, Now now, Consumer<Gap> found) {
    Instant end = order.endsAt();
    if (all.stream().anyMatch(other -> outlasts(other, order, end))) {
      return;
    }
    String id = order.issued().id().value();
    if (soon(end, limits.orderEndingSoon(), now)) {
      Instant since = since(order, end.minus(limits.orderEndingSoon()));
      found.accept(Gap.of(GapKind.ORDER_ENDING_SOON, id, since).until(end));
    } else if (soon(end, limits.orderEnding(), now)) {
      Instant since = since(order, end.minus(limits.orderEnding()));
      found.accept(Gap.of(GapKind.ORDER_ENDING, id, since).until(end));
    }
  }

  /** What is short ends soon from its first moment on, not before. */
  private static Instant since(OrderFile order, Instant before) {
    Instant from = order.issued().validity().from();
    return from.isAfter(before) ? from : before;
  }

  private static boolean soon(Instant end, Duration before, Now now) {
    return now.reached(end.minus(before));
  }

  /** Whether another order keeps the same respondent from the same places beyond the end. */
  private static boolean outlasts(OrderFile other, OrderFile order, Instant end) {
    return !other.issued().id().equals(order.issued().id())
        && other.issued().respondent().equals(order.issued().respondent())
        && other.issued().places().containsAll(order.issued().places())
        && !other.issued().validity().from().isAfter(end)
        && other.endsAt().isAfter(end);
  }

  private void exceptions(OrderFile order, World world, Consumer<Gap> found) {
    OrderId id = order.issued().id();
    for (Schedule exception : world.exceptions(id)) {
      if (exception instanceof Schedule.Once(Instant from, Instant until)
          && Duration.between(from, until).compareTo(limits.exception()) > 0) {
        found.accept(
            Gap.of(GapKind.EXCEPTION_TOO_LONG, id.value(), order.issued().validity().from())
                .saying("from %s until %s".formatted(from, until)));
      }
    }
  }
}
