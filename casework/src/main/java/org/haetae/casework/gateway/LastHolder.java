package org.haetae.casework.gateway;

import java.util.Map;
import java.util.Optional;
import org.haetae.casework.office.Files;
import org.haetae.casework.office.Office;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.WatchSerial;

/**
 * Whose a watch is by the books, or was last: whoever has it, or had it when it was lost; else
 * whoever it is kept for, since it may have been handed over before that was written down; else
 * whoever gave it back last, since that may have been written down by mistake. A patrol that comes
 * for nothing is the smaller harm.
 */
record LastHolder(CaseId file, WatchState state) {

  static Optional<LastHolder> of(WatchSerial serial, Office office) {
    return office.look(
        files ->
            files
                .watch(serial)
                .flatMap(
                    watch -> file(watch, files).map(file -> new LastHolder(file, watch.state()))));
  }

  private static Optional<CaseId> file(Watch watch, Files files) {
    return watch
        .holding()
        .map(Holding::request)
        .or(watch::keptFor)
        .map(RequestKey::file)
        .or(() -> lastHanded(watch.serial(), files));
  }

  private static Optional<CaseId> lastHanded(WatchSerial serial, Files files) {
    return files.cases().stream()
        .flatMap(
            file ->
                file.requests().stream()
                    .filter(request -> request.watch().equals(Optional.of(serial)))
                    .flatMap(request -> request.handed().stream())
                    .map(handed -> Map.entry(handed, file.id())))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }
}
