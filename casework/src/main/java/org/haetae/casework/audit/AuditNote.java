package org.haetae.casework.audit;

import java.util.Optional;
import org.haetae.domain.id.UserId;

/**
 * What is to be written down: who did what to what.
 *
 * @param within what the subject belongs to, such as a photograph's case
 * @param detail in words of the house or ids, parted by blanks; never what somebody typed about a
 *     person
 */
public record AuditNote(
    AuditActor actor,
    AuditAct act,
    AuditSubject subject,
    Optional<AuditSubject> within,
    String detail) {
  /** Characters of a detail. */
  public static final int LONGEST = 4000;

  public AuditNote {
    if (detail.length() > LONGEST) {
      throw new IllegalArgumentException("a detail has up to %d characters".formatted(LONGEST));
    }
  }

  /** By whoever acts on this thread. */
  public static AuditNote of(AuditAct act, AuditSubject subject, String detail) {
    return new AuditNote(Acting.now(), act, subject, Optional.empty(), detail);
  }

  /** By {@code user}; if somebody else enters it in that name, the detail says who. */
  public static AuditNote by(UserId user, AuditAct act, AuditSubject subject, String detail) {
    AuditActor acting = Acting.now();
    if (acting.is(user)) {
      return new AuditNote(acting, act, subject, Optional.empty(), detail);
    }
    AuditActor signed = AuditActor.user(user);
    boolean entered = acting.kind() != AuditActor.Kind.HOUSE;
    return new AuditNote(
        signed,
        act,
        subject,
        Optional.empty(),
        entered ? "%s, entered by %s".formatted(detail, acting) : detail);
  }

  public AuditNote within(AuditSubject whole) {
    return new AuditNote(actor, act, subject, Optional.of(whole), detail);
  }

  public AuditNote within(Optional<AuditSubject> whole) {
    return new AuditNote(actor, act, subject, whole, detail);
  }
}
