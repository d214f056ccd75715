package org.haetae.casework.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which entries are wanted.
 *
 * @param actor the name of who did it
 * @param about the id of a case, an order or whatever else: as the subject, as what the subject
 *     belongs to, or on a list that was shown
 * @param from the first moment
 * @param until the first moment no more
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<String> about,
    Optional<Instant> from,
    Optional<Instant> until) {
  public static final AuditFilter ALL =
      new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean wants(AuditEntry entry) {
    return actor.filter(name -> !name.equals(entry.note().actor().name())).isEmpty()
        && about.filter(id -> !isAbout(entry.note(), id)).isEmpty()
        && from.filter(entry.at()::isBefore).isEmpty()
        && until.filter(end -> !entry.at().isBefore(end)).isEmpty();
  }

  private static boolean isAbout(AuditNote note, String id) {
    return note.subject().id().equals(id)
        || note.within().filter(whole -> whole.id().equals(id)).isPresent()
        || (note.subject().kind() == AuditSubject.Kind.LIST
            && Arrays.asList(note.detail().split(" ", -1)).contains(id));
  }
}
