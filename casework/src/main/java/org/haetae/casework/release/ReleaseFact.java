package org.haetae.casework.release;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;

/** What happened to the release notices of a case. */
public sealed interface ReleaseFact extends Fact {

  /**
   * Custody reported something that must be told.
   *
   * @param number among the notices of the case, from 1
   * @param key the reporter's own number
   * @param effective when it happens or happened
   */
  record Reported(
      Instant at,
      UserId by,
      int number,
      String key,
      RespondentId respondent,
      CustodyKind kind,
      Instant effective)
      implements ReleaseFact {}

  /**
   * Somebody tried to tell it.
   *
   * @param contact by which one; empty where there was none to use
   */
  record Attempted(
      Instant at,
      UserId by,
      int number,
      Recipient to,
      Optional<String> contact,
      Outcome outcome,
      String detail)
      implements ReleaseFact {}

  /** It was given a code that isn't the notice's. */
  record WrongPin(Instant at, UserId by, int number, Recipient to) implements ReleaseFact {}

  /** It was heard, and this proves it. */
  record Confirmed(Instant at, UserId by, int number, Recipient to, Confirmation how, String proof)
      implements ReleaseFact {}

  /** The protected person wants to be told nothing more. */
  record NoticeRefused(Instant at, UserId by, String reason) implements ReleaseFact {}

  /** Somebody asked again whether that still holds. */
  record RefusalReviewed(Instant at, UserId by, boolean stillRefuses) implements ReleaseFact {}
}
