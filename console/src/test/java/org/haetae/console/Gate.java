package org.haetae.console;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.account.Scope;
import org.haetae.casework.staff.Role;

/**
 * Who a route is for, written down a second time so that neither list is trusted alone.
 *
 * @param file whether the route belongs to one case
 * @param scope that a machine's token needs; empty where a token opens nothing
 */
record Gate(Set<Role> roles, boolean everybody, boolean file, Optional<Scope> scope) {
  private static final Set<Role> WALL = EnumSet.of(Role.OPERATOR, Role.OFFICER, Role.SUPERVISOR);
  private static final Set<Role> CASES = EnumSet.of(Role.OFFICER, Role.SUPERVISOR);

  /** As one word of the table says. */
  static Gate of(String word) {
    return switch (word) {
      case "everybody" -> new Gate(Set.of(), true, false, Optional.empty());
      case "signed-in" -> only(EnumSet.allOf(Role.class));
      case "wall" -> only(WALL);
      case "cameras" -> only(EnumSet.complementOf(EnumSet.of(Role.AUDITOR)));
      case "evaluation" -> only(EnumSet.of(Role.OFFICER, Role.SUPERVISOR, Role.ENGINEER));
      case "casework" -> only(CASES);
      case "case" -> new Gate(CASES, false, true, Optional.empty());
      case "supervisor" -> only(EnumSet.of(Role.SUPERVISOR));
      case "supervisor-case" ->
          new Gate(EnumSet.of(Role.SUPERVISOR), false, true, Optional.empty());
      case "auditor" -> only(EnumSet.of(Role.AUDITOR));
      case "api-any" -> only(EnumSet.allOf(Role.class));
      case "api-site" -> token(Scope.SITE, EnumSet.complementOf(EnumSet.of(Role.AUDITOR)));
      case "api-incidents" -> token(Scope.INCIDENTS, WALL);
      case "api-steps" -> token(Scope.STEPS, WALL);
      case "api-cover" -> token(Scope.COVER, WALL);
      case "api-orders" -> token(Scope.ORDERS, CASES);
      case "api-custody" -> token(Scope.CUSTODY, CASES);
      default -> throw new IllegalArgumentException("the table says \"%s\"".formatted(word));
    };
  }

  private static Gate only(Set<Role> roles) {
    return new Gate(roles, false, false, Optional.empty());
  }

  private static Gate token(Scope scope, Set<Role> roles) {
    return new Gate(roles, false, false, Optional.of(scope));
  }
}
