package org.haetae.casework.store;

import org.haetae.casework.audit.AuditSubject;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/**
 * Whose text it is. Each owner has a key; when that is destroyed, all text of the owner is gone.
 *
 * @param id unique among its kind; empty for the house
 */
public record Owner(Kind kind, String id) {
  /** What has a key; the names stand in the database. */
  public enum Kind {
    /** What is about nobody in particular, or must outlive everybody. */
    HOUSE,
    CASE,
    ORDER,
    RESPONDENT
  }

  /** The one whose key is never destroyed. */
  public static final Owner HOUSE = new Owner(Kind.HOUSE, "");

  /** The same in the audit trail. */
  public AuditSubject subject() {
    return switch (kind) {
      case CASE -> new AuditSubject(AuditSubject.Kind.CASE, id);
      case ORDER -> new AuditSubject(AuditSubject.Kind.ORDER, id);
      case RESPONDENT -> new AuditSubject(AuditSubject.Kind.RESPONDENT, id);
      case HOUSE -> AuditSubject.part("house");
    };
  }

  public static Owner of(CaseId id) {
    return new Owner(Kind.CASE, id.value());
  }

  public static Owner of(OrderId id) {
    return new Owner(Kind.ORDER, id.value());
  }

  public static Owner of(RespondentId id) {
    return new Owner(Kind.RESPONDENT, id.value());
  }
}
