package org.haetae.casework.audit;

import java.util.Optional;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;

/**
 * Who does something.
 *
 * @param name unique among its kind
 * @param role in which a user acts, where it is known
 */
public record AuditActor(Kind kind, String name, Optional<Role> role) {
  /** The clock and whatever else nobody asked for. */
  public static final AuditActor HOUSE = new AuditActor(Kind.HOUSE, "haetae", Optional.empty());

  /** Somebody who has not proved who they are. */
  public static final AuditActor NOBODY = new AuditActor(Kind.NOBODY, "nobody", Optional.empty());

  /** What sort of actor it is. A name never changes once an entry has it. */
  public enum Kind {
    /** A person who works here. */
    USER,
    /** A machine with a user's token. */
    MACHINE,
    /** An account of the operating system, at whose prompt a command was typed. */
    ACCOUNT,
    HOUSE,
    NOBODY
  }

  public AuditActor {
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new IllegalArgumentException("a name has 1 to %d characters".formatted(LONGEST));
    }
  }

  private static final int LONGEST = 200;

  public static AuditActor user(Actor actor) {
    return new AuditActor(Kind.USER, actor.user().value(), Optional.of(actor.role()));
  }

  /** Somebody whose role isn't known here; the house itself where the clock signs. */
  public static AuditActor user(UserId user) {
    return user.equals(Actor.CLOCK.user())
        ? HOUSE
        : new AuditActor(Kind.USER, user.value(), Optional.empty());
  }

  public static AuditActor machine(Actor actor) {
    return new AuditActor(Kind.MACHINE, actor.user().value(), Optional.of(actor.role()));
  }

  /** The account that runs this process. */
  public static AuditActor account(String name) {
    return new AuditActor(Kind.ACCOUNT, name, Optional.empty());
  }

  /** Whether it is this user, in person or by a machine. */
  boolean is(UserId user) {
    return (kind == Kind.USER || kind == Kind.MACHINE) && name.equals(user.value());
  }

  @Override
  public String toString() {
    return switch (kind) {
      case USER -> name;
      case MACHINE -> "a machine of " + name;
      case ACCOUNT -> "the machine's account " + name;
      case HOUSE -> "the house itself";
      case NOBODY -> "somebody unknown";
    };
  }
}
