package org.haetae.casework.support;

import java.time.Instant;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.UserId;

/** What happened to a case's referrals. */
public sealed interface SupportFact extends Fact {
  /** Which referral of the case, from 1. */
  int number();

  /** A service was asked to help; it must answer until {@code due}. */
  record Referred(Instant at, UserId by, int number, String service, Instant due)
      implements SupportFact {}

  /** It will help; it must begin until {@code due}. */
  record Accepted(Instant at, UserId by, int number, Instant due) implements SupportFact {}

  record Started(Instant at, UserId by, int number) implements SupportFact {}

  /** It is over, or never began. */
  record Ended(Instant at, UserId by, int number, EndReason why, String words)
      implements SupportFact {}

  /** Why a referral ends. */
  enum EndReason {
    COMPLETED,
    DECLINED_BY_SERVICE,
    DECLINED_BY_PERSON,
    MOVED_ON
  }
}
