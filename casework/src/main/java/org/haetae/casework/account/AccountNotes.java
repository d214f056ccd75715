package org.haetae.casework.account;

import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.InvitationRow;
import org.haetae.casework.store.SessionRow;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;

/** What the audit trail is told of accounts. */
final class AccountNotes {
  private AccountNotes() {}

  static AuditNote invited(UserId user, InvitationRow.Kind kind) {
    return AuditNote.of(
        AuditAct.INVITE,
        AuditSubject.of(user),
        switch (kind) {
          case JOIN -> "to set a password and a phone up";
          case PASS -> "to come in once without a password";
        });
  }

  /** Whoever has the link was shown the secret of the phone. */
  static AuditNote welcomed(UserId user) {
    return note(AuditActor.NOBODY, AuditAct.READ, user, "the secret of the phone, by a link");
  }

  static AuditNote joined(UserId user, Role role) {
    return note(known(user, role), AuditAct.JOIN, user, "earlier sessions ended");
  }

  static AuditNote cameIn(UserId user, Role role) {
    return note(known(user, role), AuditAct.SIGN_IN, user, "");
  }

  /** A name that nobody has isn't kept: it may be a password in the wrong field. */
  static AuditNote failed(Optional<UserId> user) {
    return note(AuditActor.NOBODY, AuditAct.SIGN_IN_FAILED, user.orElse(new UserId("unknown")), "");
  }

  static AuditNote lockedOut(UserId user) {
    return note(AuditActor.NOBODY, AuditAct.LOCKED_OUT, user, "");
  }

  static AuditNote token(UserId user, Role role) {
    return AuditNote.of(AuditAct.TOKEN, AuditSubject.of(user), "in the role " + role.name());
  }

  static AuditNote ended(String hash) {
    return AuditNote.of(
        AuditAct.SESSION_END,
        AuditSubject.part("token " + hash.substring(0, 8)),
        "by a supervisor");
  }

  /** The reason stands beside the case, not here: it may name people. */
  static AuditNote brokeGlass(UserId user, CaseId file) {
    return AuditNote.by(
        user,
        AuditAct.BREAK_GLASS,
        AuditSubject.of(file),
        "for %s".formatted(EmergencyAccess.LASTS));
  }

  static AuditNote lookedAtEmergency(UserId by, long id) {
    return AuditNote.by(by, AuditAct.WRITE, AuditSubject.part("emergency " + id), "looked at");
  }

  static AuditNote left(SessionRow session) {
    return note(known(session.user(), session.role()), AuditAct.SIGN_OUT, session.user(), "");
  }

  static AuditNote ended(SessionRow session, boolean sameRole) {
    return note(
        AuditActor.HOUSE,
        AuditAct.SESSION_END,
        session.user(),
        sameRole ? "its time is over" : "the role in which it began is over");
  }

  private static AuditActor known(UserId user, Role role) {
    return AuditActor.user(new Actor(user, role));
  }

  private static AuditNote note(AuditActor who, AuditAct act, UserId user, String detail) {
    return new AuditNote(who, act, AuditSubject.of(user), Optional.empty(), detail);
  }
}
