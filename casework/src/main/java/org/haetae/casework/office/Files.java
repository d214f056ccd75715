package org.haetae.casework.office;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.Officer;
import org.haetae.casework.ledger.Subject;
import org.haetae.casework.training.Staff;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.Stock;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the ledger says, as it stands now, with the indexes by which it is looked up.
 * Belongs to the {@link Office}, under whose lock alone it may be touched.
 */
public final class Files {
  private final Map<CaseId, CaseFile> cases = new TreeMap<>();
  private final Map<UserId, Staff> staff = new TreeMap<>();
  private final Stock stock = new Stock();
  private final Map<Subject, Integer> numbers = new HashMap<>();
  private final Map<RespondentId, Set<CaseId>> byRespondent = new HashMap<>();
  private final Map<ProtectedPersonId, NavigableSet<CaseId>> byPerson = new HashMap<>();
  private final Map<UserId, Set<CaseId>> byOfficer = new HashMap<>();
  private final Set<RequestKey> waiting = new HashSet<>();
  private final Set<CaseId> untold = new TreeSet<>();

  public Optional<CaseFile> find(CaseId id) {
    return Optional.ofNullable(cases.get(id));
  }

  /** All cases, by id. */
  public Collection<CaseFile> cases() {
    return cases.values();
  }

  public Collection<Staff> staff() {
    return staff.values();
  }

  /** Somebody; unknown people have no role. */
  public Staff staff(UserId id) {
    return known(id).orElseGet(() -> Staff.unknown(id));
  }

  Optional<Staff> known(UserId id) {
    return Optional.ofNullable(staff.get(id));
  }

  public Stock stock() {
    return stock;
  }

  public Optional<Watch> watch(WatchSerial serial) {
    return stock.find(serial);
  }

  /** The open cases against somebody. */
  public List<CaseFile> against(RespondentId respondent) {
    return open(byRespondent.getOrDefault(respondent, Set.of()));
  }

  /** The open cases that protect somebody; one, unless two were opened by mistake. */
  public List<CaseFile> protecting(ProtectedPersonId person) {
    return open(byPerson.getOrDefault(person, new TreeSet<>()));
  }

  /** All cases that protect or protected somebody. */
  List<CaseFile> ofPerson(ProtectedPersonId person) {
    return byPerson.getOrDefault(person, new TreeSet<>()).stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  /** The cases that somebody is in charge of. */
  public Set<CaseId> ledBy(UserId officer) {
    return Set.copyOf(byOfficer.getOrDefault(officer, Set.of()));
  }

  /** The open cases with somebody who must still hear of a release. */
  public List<CaseFile> untold() {
    return open(untold);
  }

  /** Who waits for a watch, who is next first. */
  public List<Waiting> waiting() {
    return waiting.stream().flatMap(this::waiting).sorted(Waiting.ORDER).toList();
  }

  private Stream<Waiting> waiting(RequestKey key) {
    CaseFile file = cases.get(key.file());
    if (file == null) {
      return Stream.empty();
    }
    WatchRequest request = file.request(key.number());
    return Stream.of(new Waiting(key, request.station(), file.risk().grade(), request.asked()));
  }

  /** How many facts a subject has. */
  int number(Subject subject) {
    return numbers.getOrDefault(subject, 0);
  }

  void numbered(Subject subject, int number) {
    if (number == 0) {
      numbers.remove(subject);
    } else {
      numbers.put(subject, number);
    }
  }

  void put(CaseFile file) {
    remove(file.id());
    cases.put(file.id(), file);
    index(file);
  }

  void remove(CaseId id) {
    CaseFile before = cases.remove(id);
    if (before != null) {
      unindex(before);
    }
  }

  void put(Staff one) {
    staff.put(one.id(), one);
  }

  void remove(UserId user) {
    staff.remove(user);
  }

  private void index(CaseFile file) {
    CaseId id = file.id();
    byPerson.computeIfAbsent(file.opened().person(), _ -> new TreeSet<>()).add(id);
    for (RespondentId respondent : file.opened().respondents()) {
      byRespondent.computeIfAbsent(respondent, _ -> new TreeSet<>()).add(id);
    }
    file.officer()
        .map(Officer::user)
        .ifPresent(user -> byOfficer.computeIfAbsent(user, _ -> new TreeSet<>()).add(id));
    if (file.releases().notices().stream().anyMatch(one -> !one.unconfirmed().isEmpty())) {
      untold.add(id);
    }
    if (file.open()) {
      for (WatchRequest request : file.requests()) {
        if (request.waits()) {
          waiting.add(new RequestKey(id, request.number()));
        }
      }
    }
  }

  private void unindex(CaseFile file) {
    CaseId id = file.id();
    drop(byPerson.get(file.opened().person()), id);
    for (RespondentId respondent : file.opened().respondents()) {
      drop(byRespondent.get(respondent), id);
    }
    file.officer().map(Officer::user).ifPresent(user -> drop(byOfficer.get(user), id));
    untold.remove(id);
    for (WatchRequest request : file.requests()) {
      waiting.remove(new RequestKey(id, request.number()));
    }
  }

  private static void drop(@Nullable Set<CaseId> ids, CaseId id) {
    if (ids != null) {
      ids.remove(id);
    }
  }

  private List<CaseFile> open(Set<CaseId> ids) {
    return ids.stream().flatMap(id -> find(id).stream()).filter(CaseFile::open).toList();
  }
}
