package org.haetae.casework.cover;

import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.domain.id.ProtectedPersonId;

/**
 * A protected person and the open case.
 *
 * @param file empty where an order protects somebody for whom nobody has opened a case
 */
public record Covered(ProtectedPersonId person, Optional<CaseFile> file) {
  public static Covered of(CaseFile file) {
    return new Covered(file.opened().person(), Optional.of(file));
  }
}
