package org.haetae.casework.office;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.CaseRefusal;
import org.haetae.casework.ledger.Entry;
import org.haetae.casework.ledger.Erased;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.ledger.Subject;
import org.haetae.casework.training.Staff;
import org.haetae.casework.training.StaffFact;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.StationFact;
import org.haetae.casework.watch.StationFact.Placed;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchFact;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;

/**
 * A change in the making. Each fact is taken in at once, so that the next step sees it; if the
 * whole can't be written down, all of it is undone.
 */
public final class Change {
  private final Files files;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Runnable> undo = new ArrayList<>();
  private final Set<CaseId> touched = new HashSet<>();

  Change(Files files) {
    this.files = files;
  }

  public Files files() {
    return files;
  }

  /** A case that must be there. */
  public CaseFile file(CaseId id) {
    return files.find(id).orElseThrow(() -> new CaseRefusal("there is no case %s".formatted(id)));
  }

  public void add(CaseId id, Fact fact) {
    take(new Subject(Subject.Kind.CASE, id.value()), Optional.of(id), fact);
  }

  /** A fact of a watch, which belongs to the case of whoever has it or is to have it. */
  public void add(WatchSerial serial, WatchFact fact) {
    take(new Subject(Subject.Kind.WATCH, serial.value()), about(serial, fact), fact);
  }

  public void add(StationId id, StationFact fact) {
    take(new Subject(Subject.Kind.STATION, id.value()), Optional.empty(), fact);
  }

  public void add(UserId id, StaffFact fact) {
    take(new Subject(Subject.Kind.STAFF, id.value()), Optional.empty(), fact);
  }

  List<Entry> entries() {
    return entries;
  }

  /** Cases that are not what they were. */
  Set<CaseId> touched() {
    return touched;
  }

  void undo() {
    undo.reversed().forEach(Runnable::run);
  }

  private Optional<CaseId> about(WatchSerial serial, WatchFact fact) {
    Optional<RequestKey> request =
        switch (fact) {
          case WatchFact.Reserved reserved -> Optional.of(reserved.request());
          case WatchFact.Issued issued -> Optional.of(issued.request());
          default ->
              files
                  .watch(serial)
                  .flatMap(watch -> watch.holding().map(h -> h.request()).or(watch::keptFor));
        };
    return request.map(RequestKey::file);
  }

  private void take(Subject subject, Optional<CaseId> about, Fact fact) {
    int number = files.number(subject) + 1;
    take(new Entry(subject, number, about, fact));
  }

  /** Takes in an entry as it is, such as one that another process wrote down. */
  void take(Entry entry) {
    Subject subject = entry.subject();
    apply(subject, entry.fact());
    files.numbered(subject, entry.number());
    undo.add(() -> files.numbered(subject, entry.number() - 1));
    entries.add(entry);
    entry.about().ifPresent(touched::add);
  }

  private void apply(Subject subject, Fact fact) {
    if (fact instanceof Erased) {
      // Its case is gone as a whole: all its facts had one key.
      return;
    }
    switch (subject.kind()) {
      case CASE -> file(new CaseId(subject.id()), fact);
      case WATCH -> watch(new WatchSerial(subject.id()), (WatchFact) fact);
      case STATION -> station(new StationId(subject.id()), (Placed) fact);
      case STAFF -> staff(new UserId(subject.id()), (StaffFact) fact);
    }
  }

  private void file(CaseId id, Fact fact) {
    Optional<CaseFile> before = files.find(id);
    CaseFile after =
        before.isEmpty() && fact instanceof Opened opened
            ? CaseFile.opened(id, opened)
            : file(id).after(fact);
    files.put(after);
    undo.add(() -> before.ifPresentOrElse(files::put, () -> files.remove(id)));
  }

  private void watch(WatchSerial serial, WatchFact fact) {
    Optional<Watch> before = files.watch(serial);
    files.stock().put(files.stock().next(serial, fact));
    undo.add(() -> before.ifPresentOrElse(files.stock()::put, () -> files.stock().remove(serial)));
  }

  private void station(StationId id, Placed fact) {
    Optional<Station> before = files.stock().station(id);
    files.stock().place(new Station(id, fact.name(), fact.location()));
    undo.add(() -> before.ifPresentOrElse(files.stock()::place, () -> files.stock().close(id)));
  }

  private void staff(UserId id, StaffFact fact) {
    Optional<Staff> before = files.known(id);
    files.put(files.staff(id).after(fact));
    undo.add(() -> before.ifPresentOrElse(files::put, () -> files.remove(id)));
    touched.addAll(files.ledBy(id));
  }
}
