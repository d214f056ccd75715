package org.haetae.casework.support;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.support.SupportFact.Accepted;
import org.haetae.casework.support.SupportFact.Ended;
import org.haetae.casework.support.SupportFact.Referred;
import org.haetae.casework.support.SupportFact.Started;

/**
 * A referral as its facts have made it.
 *
 * @param since when it came to be like this
 * @param due until when the next step must be taken
 */
public record Referral(
    int number, String service, Stage stage, Instant since, Optional<Instant> due) {

  /** How far it is. */
  public enum Stage {
    REFERRED,
    ACCEPTED,
    STARTED,
    ENDED
  }

  static Referral of(Referred fact) {
    return new Referral(
        fact.number(), fact.service(), Stage.REFERRED, fact.at(), Optional.of(fact.due()));
  }

  Referral after(SupportFact fact) {
    return switch (fact) {
      case Referred _ -> throw refusal("was made already");
      case Accepted accepted -> {
        require(Stage.REFERRED, "accepted");
        yield with(Stage.ACCEPTED, fact.at(), Optional.of(accepted.due()));
      }
      case Started _ -> {
        require(Stage.ACCEPTED, "started");
        yield with(Stage.STARTED, fact.at(), Optional.empty());
      }
      case Ended ended -> {
        if (stage == Stage.ENDED) {
          throw refusal("has ended already");
        }
        if (ended.words().isBlank()) {
          throw refusal("can only be ended with a reason");
        }
        yield with(Stage.ENDED, fact.at(), Optional.empty());
      }
    };
  }

  private void require(Stage wanted, String verb) {
    if (stage != wanted) {
      throw refusal("is %s and can't be %s now".formatted(stage, verb));
    }
  }

  private Referral with(Stage next, Instant at, Optional<Instant> until) {
    return new Referral(number, service, next, at, until);
  }

  private SupportRefusal refusal(String why) {
    return new SupportRefusal("referral %d %s".formatted(number, why));
  }
}
