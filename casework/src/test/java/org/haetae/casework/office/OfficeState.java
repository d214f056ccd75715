package org.haetae.casework.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.ledger.Subject;
import org.haetae.casework.training.Staff;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.StationId;

/** All that an office can be asked, to be compared with another's or with its own later on. */
record OfficeState(
    List<CaseFile> cases,
    Set<Watch> watches,
    Map<StationId, Map<WatchState, Integer>> counts,
    List<Station> stations,
    Set<Staff> staff,
    List<Waiting> waiting,
    Map<Subject, Integer> numbers) {

  static OfficeState of(Office office) {
    return office.look(OfficeState::of);
  }

  private static OfficeState of(Files files) {
    Map<StationId, Map<WatchState, Integer>> counts = new HashMap<>();
    files.stock().keepers().forEach(one -> counts.put(one, files.stock().counts(one)));
    return new OfficeState(
        List.copyOf(files.cases()),
        Set.copyOf(files.stock().watches()),
        counts,
        List.copyOf(files.stock().stations()),
        new HashSet<>(files.staff()),
        files.waiting(),
        numbers(files));
  }

  private static Map<Subject, Integer> numbers(Files files) {
    Set<Subject> subjects = new HashSet<>();
    files.cases().forEach(it -> subjects.add(new Subject(Subject.Kind.CASE, it.id().value())));
    files
        .stock()
        .watches()
        .forEach(it -> subjects.add(new Subject(Subject.Kind.WATCH, it.serial().value())));
    files
        .stock()
        .stations()
        .forEach(it -> subjects.add(new Subject(Subject.Kind.STATION, it.id().value())));
    files.staff().forEach(it -> subjects.add(new Subject(Subject.Kind.STAFF, it.id().value())));
    Map<Subject, Integer> numbers = new HashMap<>();
    subjects.forEach(it -> numbers.put(it, files.number(it)));
    return numbers;
  }
}
