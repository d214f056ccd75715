package org.haetae.casework.imports;

import org.haetae.casework.office.Change;
import org.haetae.casework.staff.Deed;

/** Takes one row in. */
interface RowImport {
  /** Throws an {@link ImportFault} or a {@link org.haetae.casework.ledger.Refusal}. */
  void take(ImportRow row, Change change, Deed deed);
}
