package org.haetae.casework.cover;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.Officer;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.CoverLimits;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Curriculum;

/** Somebody must be in charge, and know how. */
record CaseGaps(CoverLimits limits, Curriculum curriculum) implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    if (who.file().isEmpty()) {
      Collection<OrderFile> orders = world.orders(who.person());
      orders.forEach(order -> Protection.inForce(order, now));
      Protection.since(orders, now)
          .ifPresent(since -> found.accept(Gap.of(GapKind.NO_CASE, "", since)));
      return;
    }
    CaseFile file = who.file().get();
    if (file.officer().isEmpty()) {
      Instant since = file.opened().at().plus(limits.officer());
      if (now.reached(since)) {
        found.accept(Gap.of(GapKind.NO_OFFICER, "", since));
      }
      return;
    }
    training(file.officer().get(), world, now, found);
  }

  private void training(Officer officer, World world, Now now, Consumer<Gap> found) {
    for (Map.Entry<String, Instant> module :
        curriculum.holdsUntil(world.staff(officer.user()), Role.OFFICER).entrySet()) {
      Instant until = module.getValue();
      if (now.reached(until)) {
        Instant since = until.isAfter(officer.since()) ? until : officer.since();
        found.accept(
            Gap.of(GapKind.TRAINING_OVERDUE, officer.user().value(), since)
                .saying(module.getKey()));
      }
    }
  }
}
