package org.haetae.casework.watchlist;

import java.util.List;
import java.util.Optional;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderState;
import org.haetae.casework.store.Purge;
import org.haetae.domain.id.UserId;

/**
 * How an order and its faces stand now.
 *
 * @param faces that are looked for under it
 * @param approvals who has approved photographs for it
 * @param unapproved whether faces wait for people to approve them
 * @param purge the newest, open or done
 */
public record OrderStanding(
    OrderFile file,
    OrderState state,
    int faces,
    List<UserId> approvals,
    boolean unapproved,
    Optional<Purge> purge) {
  public OrderStanding {
    approvals = List.copyOf(approvals);
  }
}
