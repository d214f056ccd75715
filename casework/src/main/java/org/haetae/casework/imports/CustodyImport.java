package org.haetae.casework.imports;

import java.time.ZoneId;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Change;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.RespondentId;

/**
 * Reports of custody; one that is known already is passed over, so the same file may come twice.
 *
 * @param zone of days
 */
record CustodyImport(ZoneId zone) implements RowImport {
  @Override
  public void take(ImportRow row, Change change, Deed deed) {
    CustodyEvent event =
        new CustodyEvent(
            row.text("key"),
            row.value("respondent", RespondentId::new),
            row.constant("kind", CustodyKind.class),
            row.time("effective", zone));
    for (CaseFile file : change.files().against(event.respondent())) {
      file.releases().report(event, deed).ifPresent(fact -> change.add(file.id(), fact));
    }
  }
}
