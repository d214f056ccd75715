package org.haetae.casework.imports;

import org.haetae.casework.office.Change;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.StationFact.Placed;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.StationId;

/** Stations; one that is known gets its new name and place. */
final class StationImport implements RowImport {
  @Override
  public void take(ImportRow row, Change change, Deed deed) {
    StationId id = row.value("id", StationId::new);
    double latitude = row.number("latitude");
    GeoPoint point =
        row.value("longitude", text -> new GeoPoint(latitude, Double.parseDouble(text)));
    change.add(id, new Placed(deed.at(), deed.by(), row.text("name"), point));
  }
}
