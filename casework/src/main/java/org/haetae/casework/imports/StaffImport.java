package org.haetae.casework.imports;

import java.time.ZoneId;
import org.haetae.casework.office.Change;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Curriculum;
import org.haetae.casework.training.StaffFact.Posted;
import org.haetae.casework.training.StaffFact.Trained;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/**
 * People who work with cases, and what they have learned: {@code module=2026-05-04;…}.
 *
 * @param zone of days
 */
record StaffImport(Curriculum curriculum, ZoneId zone) implements RowImport {
  @Override
  public void take(ImportRow row, Change change, Deed deed) {
    UserId id = row.value("id", UserId::new);
    change.add(
        id,
        new Posted(
            deed.at(),
            deed.by(),
            row.constant("role", Role.class),
            row.value("station", StationId::new)));
    for (String part : row.parts("trained")) {
      String[] both = part.split("=", 2);
      if (both.length != 2 || curriculum.find(both[0]).isEmpty()) {
        throw new ImportFault(
            "\"trained\": \"%s\" must be a training that is known, = and the day".formatted(part));
      }
      change.add(id, new Trained(ImportRow.time("trained", both[1], zone), deed.by(), both[0]));
    }
  }
}
