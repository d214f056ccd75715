package org.haetae.casework.retention;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.casefile.CaseFact.Closed;
import org.haetae.casework.office.Files;
import org.haetae.casework.office.Office;
import org.haetae.casework.retention.Facts.OfCase;
import org.haetae.casework.retention.Facts.OfOrder;
import org.haetae.casework.retention.Facts.OfPosition;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.Watch;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.WatchSerial;

/**
 * Reads {@link Facts} from a database and the casework in memory. The two are read one after the
 * other: whoever acts on them has it checked again in the transaction in which it acts.
 */
public final class FactsReader {
  private final Office office;
  private final Store store;

  public FactsReader(Office office, Store store) {
    this.office = office;
    this.store = store;
  }

  private record OfOffice(List<OfCase> cases, Map<WatchSerial, CaseId> holders) {}

  public Facts read() {
    office.catchUp();
    OfOffice casework = office.look(FactsReader::ofOffice);
    return store.read(in -> facts(in, casework));
  }

  private static OfOffice ofOffice(Files files) {
    List<OfCase> cases =
        files.cases().stream()
            .map(
                file ->
                    new OfCase(
                        file.id(),
                        file.opened().person(),
                        file.opened().respondents(),
                        file.closed().map(Closed::at)))
            .toList();
    Map<WatchSerial, CaseId> holders = new HashMap<>();
    for (Watch watch : files.stock().watches()) {
      watch
          .holding()
          .map(Holding::request)
          .ifPresent(request -> holders.put(watch.serial(), request.file()));
    }
    return new OfOffice(cases, Map.copyOf(holders));
  }

  private static Facts facts(Transaction in, OfOffice casework) {
    Set<OrderId> faces = in.kept().withFaces();
    List<OfOrder> orders =
        in.orders().all().stream()
            .map(
                file ->
                    new OfOrder(
                        file.issued().id(),
                        file.issued().respondent(),
                        file.issued().protectedPeople(),
                        file.endsAt(),
                        faces.contains(file.issued().id())))
            .toList();
    Map<WatchSerial, CaseId> last = in.kept().lastHolders();
    List<OfPosition> positions =
        in.kept().positions().entrySet().stream()
            .map(entry -> position(entry.getKey(), entry.getValue(), casework, last))
            .toList();
    return new Facts(
        casework.cases(),
        orders,
        in.kept().incidents(),
        in.kept().photographs(),
        positions,
        in.kept().respondents());
  }

  private static OfPosition position(
      WatchSerial watch, Instant at, OfOffice casework, Map<WatchSerial, CaseId> last) {
    return new OfPosition(
        watch,
        at,
        Optional.ofNullable(casework.holders().get(watch)),
        Optional.ofNullable(last.get(watch)));
  }
}
