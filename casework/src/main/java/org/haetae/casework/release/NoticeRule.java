package org.haetae.casework.release;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * How hard somebody is tried.
 *
 * @param first the longest from the report to the first attempt
 * @param unanswered between attempts that nobody answered
 * @param answered between attempts that were answered and not confirmed
 * @param inPerson after which an officer must have said it face to face
 * @param pinTries wrong codes after which only a face-to-face confirmation counts
 * @param refusalReview after which somebody must ask again whether a person wants no notices
 * @param zone whose calendar days count
 */
public record NoticeRule(
    Duration first,
    Duration unanswered,
    Duration answered,
    Duration inPerson,
    int pinTries,
    Period refusalReview,
    ZoneId zone) {

  Duration after(Outcome outcome) {
    return switch (outcome) {
      case ANSWERED -> answered;
      case UNANSWERED, FAILED -> unanswered;
    };
  }

  /** When a refusal given at {@code refused} must be asked about again. */
  public Instant reviewDue(Instant refused) {
    return refused.atZone(zone).plus(refusalReview).toInstant();
  }
}
