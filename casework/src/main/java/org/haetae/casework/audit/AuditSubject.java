package org.haetae.casework.audit;

import org.haetae.casework.incident.IncidentId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * What something was done to.
 *
 * @param id unique among its kind
 */
public record AuditSubject(Kind kind, String id) {
  private static final int LONGEST = 500;

  /** What sort of thing it is. A name never changes once an entry has it. */
  public enum Kind {
    CASE,
    ORDER,
    INCIDENT,
    USER,
    RESPONDENT,
    PHOTOGRAPH,
    WATCH,
    STATION,
    /** Several at once, which the detail names; the id says which list it was. */
    LIST,
    /** A page, a command or another part of the house that is about nobody in particular. */
    PART
  }

  public AuditSubject {
    if (id.isEmpty() || id.length() > LONGEST) {
      throw new IllegalArgumentException("an id has 1 to %d characters".formatted(LONGEST));
    }
  }

  public static AuditSubject of(CaseId file) {
    return new AuditSubject(Kind.CASE, file.value());
  }

  public static AuditSubject of(OrderId order) {
    return new AuditSubject(Kind.ORDER, order.value());
  }

  public static AuditSubject of(UserId user) {
    return new AuditSubject(Kind.USER, user.value());
  }

  public static AuditSubject of(IncidentId id) {
    return new AuditSubject(Kind.INCIDENT, id.toString());
  }

  public static AuditSubject photograph(String name) {
    return new AuditSubject(Kind.PHOTOGRAPH, name);
  }

  public static AuditSubject part(String name) {
    return new AuditSubject(Kind.PART, name);
  }
}
