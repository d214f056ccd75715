package org.haetae.casework.release;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFact.Confirmed;

/**
 * How far it is with one who must know.
 *
 * @param attempts how many so far
 * @param last the newest since it began, or began again
 * @param wrongPins codes given that were not the notice's
 */
public record Telling(
    int attempts, Optional<Attempted> last, int wrongPins, Optional<Confirmed> confirmed) {
  public static final Telling NOT_BEGUN = new Telling(0, Optional.empty(), 0, Optional.empty());

  Telling tried(Attempted attempt) {
    return new Telling(attempts + 1, Optional.of(attempt), wrongPins, confirmed);
  }

  Telling mistaken() {
    return new Telling(attempts, last, wrongPins + 1, confirmed);
  }

  Telling done(Confirmed proof) {
    return new Telling(attempts, last, wrongPins, Optional.of(proof));
  }

  /** From the beginning, but what was tried and guessed is not forgotten. */
  Telling anew() {
    return new Telling(attempts, Optional.empty(), wrongPins, confirmed);
  }

  /** When to try next; empty once it is confirmed. */
  Optional<Instant> next(Instant reported, NoticeRule rule) {
    if (confirmed.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        last.map(attempt -> attempt.at().plus(rule.after(attempt.outcome()))).orElse(reported));
  }
}
