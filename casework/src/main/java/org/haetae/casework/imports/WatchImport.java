package org.haetae.casework.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.office.Change;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.RequestFact.Asked;
import org.haetae.casework.watch.RequestFact.Handed;
import org.haetae.casework.watch.RequestFact.Promised;
import org.haetae.casework.watch.RequestFact.Told;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.WatchFact.Issued;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.casework.watch.WatchFact.Registered;
import org.haetae.casework.watch.WatchFact.Reserved;
import org.haetae.casework.watch.WatchRules;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/** Watches, in stock or with whom another system says that it has handed them to. */
record WatchImport(WatchRules rules) implements RowImport {
  @Override
  public void take(ImportRow row, Change change, Deed deed) {
    WatchSerial serial = row.value("serial", WatchSerial::new);
    StationId station = row.value("station", StationId::new);
    if (change.files().stock().station(station).isEmpty()) {
      throw new ImportFault("there is no station %s: import stations first".formatted(station));
    }
    Instant received = row.has("received") ? row.time("received", rules.zone()) : deed.at();
    change.add(
        serial,
        new Received(
            received,
            deed.by(),
            station,
            row.text("model"),
            row.has("firmware") ? row.text("firmware") : ""));
    Optional<CaseId> holder = row.maybe("case", CaseId::new);
    if (holder.isPresent()) {
      issued(row, change, holder.get(), serial, station, deed);
    } else if (row.has("issued") || row.has("registration")) {
      throw new ImportFault("a watch that is with nobody has no \"issued\" or \"registration\"");
    }
  }

  private void issued(
      ImportRow row, Change change, CaseId id, WatchSerial serial, StationId station, Deed deed) {
    Instant at = row.time("issued", rules.zone());
    Instant until = row.has("until") ? row.time("until", rules.zone()) : rules.until(at);
    int number = change.file(id).requests().size() + 1;
    RequestKey key = new RequestKey(id, number);
    change.add(id, new Asked(at, deed.by(), number, station));
    change.add(serial, new Reserved(at, deed.by(), key));
    change.add(id, new Promised(at, deed.by(), number, serial));
    change.add(serial, new Issued(at, deed.by(), key, "in another system", until));
    change.add(id, new Handed(at, deed.by(), number, serial));
    for (RequestStep step :
        List.of(RequestStep.RECEIVED, RequestStep.PROMISED, RequestStep.HANDED)) {
      change.add(id, new Told(at, deed.by(), number, step, "in another system"));
    }
    row.maybe("registration", text -> text)
        .ifPresent(confirmation -> change.add(serial, new Registered(at, deed.by(), confirmation)));
  }
}
