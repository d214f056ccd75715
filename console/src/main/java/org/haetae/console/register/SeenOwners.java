package org.haetae.console.register;

import java.util.List;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Office;
import org.haetae.casework.store.Owner;
import org.haetae.casework.training.Staff;
import org.haetae.console.access.Access;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.RespondentId;

/** Whose entries a visitor may open. Safe for many threads. */
record SeenOwners(Office office, Staff who) {

  /** The cases that the visitor may see and that an entry belongs to. */
  List<CaseFile> cases(Owner owner) {
    return switch (owner.kind()) {
      case CASE ->
          office.<Optional<CaseFile>>look(files -> files.find(new CaseId(owner.id()))).stream()
              .filter(this::sees)
              .toList();
      case RESPONDENT ->
          office.<List<CaseFile>>look(files -> files.against(new RespondentId(owner.id()))).stream()
              .filter(this::sees)
              .toList();
      case ORDER, HOUSE -> List.of();
    };
  }

  boolean sees(Owner owner) {
    return !cases(owner).isEmpty();
  }

  private boolean sees(CaseFile file) {
    return Access.answersFor(who, file);
  }
}
