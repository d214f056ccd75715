package org.haetae.casework.retention;

import org.haetae.casework.erasure.Erasing;
import org.haetae.casework.erasure.ErasureRefusal;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/** Erases on request; a supervisor's to do. Safe for many threads. */
public final class ErasureDesk {
  private final Office office;
  private final Store store;
  private final Erasing erasing;
  private final RetentionRules rules;

  public ErasureDesk(Office office, Store store, Erasing erasing, RetentionRules rules) {
    this.office = office;
    this.store = store;
    this.erasing = erasing;
    this.rules = rules;
  }

  /**
   * Carries out what {@link ErasurePlan} says now.
   *
   * @return what has gone
   * @throws ErasureRefusal where it can't go, or somebody else than a supervisor asks; nothing has
   *     happened then
   * @throws org.haetae.casework.vault.VaultException where the disk refuses; the next start goes on
   */
  public ErasurePlan erase(Owner of, Deed deed) {
    ErasurePlan plan = ErasurePlan.of(office, store, rules, of, deed);
    switch (of.kind()) {
      case CASE -> erasing.erase(new CaseId(of.id()), plan.orders(), plan.near(), deed);
      case ORDER -> erasing.erase(new OrderId(of.id()), plan.near(), deed);
      case RESPONDENT -> erasing.erase(new RespondentId(of.id()), deed);
      case HOUSE -> throw new IllegalStateException("no plan erases the house");
    }
    return plan;
  }
}
