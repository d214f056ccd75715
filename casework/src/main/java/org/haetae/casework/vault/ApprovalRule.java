package org.haetae.casework.vault;

import java.util.Collection;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.store.Approval;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * How many people must have looked at photographs before the face in them is looked for: a wrong
 * face at enrolment hunts somebody whom no court has named.
 *
 * @param people 0 where the site's file is word enough
 */
public record ApprovalRule(int people) {
  /** The word of whoever wrote the site's file. */
  public static ApprovalRule none() {
    return new ApprovalRule(0);
  }

  /** Two people. */
  public static ApprovalRule twoPeople() {
    return new ApprovalRule(2);
  }

  /** Whether {@code source} may be looked for. */
  boolean allows(String source, Collection<Approval> approvals) {
    return count(source, approvals) >= people;
  }

  private static long count(String source, Collection<Approval> approvals) {
    return approvals.stream()
        .filter(approval -> approval.source().equals(source))
        .map(Approval::by)
        .distinct()
        .count();
  }

  /**
   * @throws OrderRefusal where a person has no word in it, or has given it
   */
  void check(OrderId order, String source, UserId by, Collection<Approval> approvals) {
    if (allows(source, approvals)) {
      throw new OrderRefusal("the faces of order %s wait for nobody".formatted(order));
    }
    if (approvals.stream().anyMatch(one -> one.source().equals(source) && one.by().equals(by))) {
      throw new OrderRefusal(
          "%s has approved the faces of order %s already: another person must"
              .formatted(by, order));
    }
  }
}
