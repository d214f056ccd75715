package org.haetae.casework.release;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFact.Confirmed;
import org.haetae.casework.release.ReleaseFact.Reported;
import org.haetae.casework.release.ReleaseFact.WrongPin;
import org.haetae.domain.id.RespondentId;

/**
 * A report of custody and how far it is with each who must know.
 *
 * @param tellings for each who must know; the protected person is left out who refuses to be told
 * @param spared how far it was with a protected person who refuses to be told
 */
public record ReleaseNotice(
    int number,
    String key,
    RespondentId respondent,
    CustodyKind kind,
    Instant effective,
    Instant reported,
    Map<Recipient, Telling> tellings,
    Optional<Telling> spared) {
  public ReleaseNotice {
    tellings = Map.copyOf(tellings);
  }

  static ReleaseNotice of(Reported fact, boolean personRefuses) {
    Set<Recipient> all =
        personRefuses ? EnumSet.of(Recipient.OFFICER_IN_CHARGE) : EnumSet.allOf(Recipient.class);
    Map<Recipient, Telling> tellings = new EnumMap<>(Recipient.class);
    all.forEach(recipient -> tellings.put(recipient, Telling.NOT_BEGUN));
    return new ReleaseNotice(
        fact.number(),
        fact.key(),
        fact.respondent(),
        fact.kind(),
        fact.effective(),
        fact.at(),
        tellings,
        Optional.empty());
  }

  /** Who must know and has not confirmed, with how far it is. */
  public Map<Recipient, Telling> unconfirmed() {
    Map<Recipient, Telling> open = new EnumMap<>(Recipient.class);
    tellings.forEach(
        (recipient, telling) -> {
          if (telling.confirmed().isEmpty()) {
            open.put(recipient, telling);
          }
        });
    return open;
  }

  /** When somebody must be tried again; empty for who has confirmed or isn't told. */
  public Optional<Instant> nextAttempt(Recipient recipient, NoticeRule rule) {
    Telling telling = tellings.get(recipient);
    return telling == null ? Optional.empty() : telling.next(reported, rule);
  }

  /** When an officer must have said it face to face at the latest. */
  public Instant inPersonDue(NoticeRule rule) {
    return reported.plus(rule.inPerson());
  }

  /** Also takes an attempt that was under way when somebody confirmed or refused: it was made. */
  ReleaseNotice after(Attempted fact) {
    Telling telling = tellings.get(fact.to());
    return telling == null ? this : with(fact.to(), telling.tried(fact));
  }

  ReleaseNotice after(WrongPin fact) {
    return with(fact.to(), open(fact.to()).mistaken());
  }

  ReleaseNotice after(Confirmed fact) {
    if (fact.proof().isBlank()) {
      throw refusal("can only be confirmed with a proof");
    }
    return with(fact.to(), open(fact.to()).done(fact));
  }

  /** The person takes back that nothing should be told. */
  ReleaseNotice tellingPerson() {
    return tellings.containsKey(Recipient.PROTECTED_PERSON)
        ? this
        : with(Recipient.PROTECTED_PERSON, spared.orElse(Telling.NOT_BEGUN).anew());
  }

  /** The person wants nothing told; what was confirmed stays. */
  ReleaseNotice sparingPerson() {
    Telling telling = tellings.get(Recipient.PROTECTED_PERSON);
    if (telling == null || telling.confirmed().isPresent()) {
      return this;
    }
    Map<Recipient, Telling> fewer = new EnumMap<>(tellings);
    fewer.remove(Recipient.PROTECTED_PERSON);
    return with(fewer, Optional.of(telling));
  }

  private Telling open(Recipient recipient) {
    Telling telling = tellings.get(recipient);
    if (telling == null) {
      throw refusal("isn't told to this person, who refused to be notified");
    }
    if (telling.confirmed().isPresent()) {
      throw refusal("has been confirmed already");
    }
    return telling;
  }

  private ReleaseNotice with(Recipient recipient, Telling telling) {
    Map<Recipient, Telling> next = new EnumMap<>(Recipient.class);
    next.putAll(tellings);
    next.put(recipient, telling);
    return with(next, recipient == Recipient.PROTECTED_PERSON ? Optional.empty() : spared);
  }

  private ReleaseNotice with(Map<Recipient, Telling> next, Optional<Telling> nextSpared) {
    return new ReleaseNotice(number, key, respondent, kind, effective, reported, next, nextSpared);
  }

  private ReleaseRefusal refusal(String why) {
    return new ReleaseRefusal("release notice %d %s".formatted(number, why));
  }
}
