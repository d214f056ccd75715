package org.haetae.casework.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.Question;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.Offer;
import org.haetae.casework.watch.PlainWatch;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.WatchFact;
import org.haetae.casework.watch.WatchFact.Arrived;
import org.haetae.casework.watch.WatchFact.Found;
import org.haetae.casework.watch.WatchFact.Issued;
import org.haetae.casework.watch.WatchFact.Lost;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.casework.watch.WatchFact.Renewed;
import org.haetae.casework.watch.WatchFact.Repaired;
import org.haetae.casework.watch.WatchFact.Reserved;
import org.haetae.casework.watch.WatchFact.Returned;
import org.haetae.casework.watch.WatchFact.Sent;
import org.haetae.casework.watch.WatchFact.SentToRepair;
import org.haetae.casework.watch.WatchFact.Unreserved;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.RiskGrade;

/**
 * The rules of the desks told plainly: no index, no ledger, no undoing. What a rule forbids throws
 * {@link No} at any point, and the caller throws this office away for the copy that it made before.
 */
final class PlainOffice {
  /** A rule forbids it. */
  static final class No extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int TERM = 6;

  private static final List<RiskGrade> GRADES =
      List.of(
          RiskGrade.LOW, RiskGrade.MODERATE, RiskGrade.ELEVATED, RiskGrade.HIGH, RiskGrade.EXTREME);

  /** Months for which an officer's modules hold. */
  private static final Map<String, Integer> MODULES =
      Map.of("victim-protection", 12, "risk-checklist", 12, "watch-handing", 24);

  private final PlainCalendar calendar;
  private final double reach;
  private final Map<StationId, Station> stations;
  private final Map<WatchSerial, PlainWatch> watches;
  private final Map<CaseId, PlainCase> cases;
  private final Map<RequestKey, PlainRequest> requests;
  private final Map<UserId, Role> roles;
  private final Map<UserId, Map<String, Instant>> trained;

  PlainOffice(PlainCalendar calendar, double reach) {
    this.calendar = calendar;
    this.reach = reach;
    stations = new TreeMap<>();
    watches = new TreeMap<>();
    cases = new TreeMap<>();
    requests = new HashMap<>();
    roles = new TreeMap<>();
    trained = new TreeMap<>();
  }

  PlainOffice(PlainOffice other) {
    calendar = other.calendar;
    reach = other.reach;
    stations = new TreeMap<>(other.stations);
    watches = new TreeMap<>(other.watches);
    cases = new TreeMap<>(other.cases);
    requests = new HashMap<>(other.requests);
    roles = new TreeMap<>(other.roles);
    trained = new TreeMap<>();
    other.trained.forEach((user, done) -> trained.put(user, new HashMap<>(done)));
  }

  Map<StationId, Station> stations() {
    return stations;
  }

  Map<WatchSerial, PlainWatch> watches() {
    return watches;
  }

  Map<CaseId, PlainCase> cases() {
    return cases;
  }

  Map<RequestKey, PlainRequest> requests() {
    return requests;
  }

  Map<UserId, Role> roles() {
    return roles;
  }

  // watches

  void place(StationId id, String name, GeoPoint spot, Deed deed) {
    stations.put(id, new Station(id, name, spot));
    allot(reach, deed);
  }

  void receive(WatchSerial serial, StationId id, String model, Deed deed) {
    require(stations.containsKey(id) && !watches.containsKey(serial));
    watches.put(
        serial,
        PlainWatch.received(new Received(deed.at(), deed.by(), id, model, "1.0"))
            .orElseThrow(No::new));
    allot(reach, deed);
  }

  void ask(CaseId id, StationId station, Deed deed) {
    require(stations.containsKey(station) && openCase(id));
    List<PlainRequest> its = requestsOf(id);
    require(its.stream().noneMatch(PlainRequest::open));
    RequestKey key = new RequestKey(id, its.size() + 1);
    requests.put(key, PlainRequest.asked(key, station, deed.at()));
    allot(reach, deed);
  }

  void reserve(RequestKey key, WatchSerial serial, Deed deed) {
    PlainRequest request = request(key);
    require(request.open() && openCase(key.file()));
    request.watch().ifPresent(other -> lose(key, other, deed));
    promise(key, serial, deed);
    allot(reach, deed);
  }

  void issue(RequestKey key, Handing handing, Deed deed) {
    PlainRequest request = request(key);
    require(request.stage() == PlainRequest.Stage.PROMISED);
    require(!handing.identity().isBlank() && handing.fitted() && handing.testCall());
    WatchSerial serial = request.watch().orElseThrow();
    Instant until = calendar.plusMonths(deed.at(), TERM);
    happens(serial, new Issued(deed.at(), deed.by(), key, handing.identity(), until));
    requests.put(key, request.now(PlainRequest.Stage.HANDED, request.watch(), RequestStep.HANDED));
  }

  void close(RequestKey key, RequestClosing why, String reason, double within, Deed deed) {
    PlainRequest request = request(key);
    require(request.open() && openCase(key.file()) && !reason.isBlank());
    require(why != RequestClosing.NONE_AVAILABLE || availableAt(key, within).isEmpty());
    request.watch().ifPresent(serial -> happens(serial, unreserved(deed)));
    requests.put(key, request.now(PlainRequest.Stage.CLOSED, Optional.empty(), RequestStep.CLOSED));
    allot(within, deed);
  }

  /** The name of the station that has a watch for an open request, if one has. */
  Optional<String> availableAt(RequestKey key, double within) {
    PlainRequest request = requests.get(key);
    if (request == null || !request.open() || !openCase(key.file())) {
      return Optional.empty();
    }
    return request
        .watch()
        .map(serial -> watch(serial).station())
        .map(station -> station(station).name())
        .or(() -> nearest(request.station(), within).map(offer -> offer.station().name()));
  }

  void told(RequestKey key, RequestStep step, String proof) {
    PlainRequest request = request(key);
    require(!proof.isBlank() && request.untold().contains(step));
    requests.put(key, request.told(step));
  }

  void send(WatchSerial serial, StationId to, Deed deed) {
    require(stations.containsKey(to));
    happens(serial, new Sent(deed.at(), deed.by(), to));
  }

  void arrived(WatchSerial serial, Deed deed) {
    happens(serial, new Arrived(deed.at(), deed.by()));
    allot(reach, deed);
  }

  void renew(WatchSerial serial, Deed deed) {
    Instant ends = watch(serial).until().orElseThrow(No::new);
    Instant from = ends.isAfter(deed.at()) ? ends : deed.at();
    happens(serial, new Renewed(deed.at(), deed.by(), calendar.plusMonths(from, TERM)));
  }

  void returned(WatchSerial serial, StationId station, Deed deed) {
    require(stations.containsKey(station));
    happens(serial, new Returned(deed.at(), deed.by(), station));
    allot(reach, deed);
  }

  void found(WatchSerial serial, StationId station, Deed deed) {
    require(stations.containsKey(station));
    happens(serial, new Found(deed.at(), deed.by(), station));
    allot(reach, deed);
  }

  void lost(WatchSerial serial, String reason, Deed deed) {
    away(serial, new Lost(deed.at(), deed.by(), reason), deed);
  }

  void repair(WatchSerial serial, Deed deed) {
    away(serial, new SentToRepair(deed.at(), deed.by(), "broken"), deed);
  }

  void repaired(WatchSerial serial, Deed deed) {
    happens(serial, new Repaired(deed.at(), deed.by(), "1.1"));
    allot(reach, deed);
  }

  /** A fact that only its watch knows of. */
  void happens(WatchSerial serial, WatchFact fact) {
    watches.put(serial, watch(serial).after(fact).orElseThrow(No::new));
  }

  // cases

  void open(CaseId id, ProtectedPersonId person, Set<RespondentId> against, StationId station) {
    require(!cases.containsKey(id) && stations.containsKey(station) && protecting(person) == 0);
    cases.put(
        id, new PlainCase(person, against, true, Optional.empty(), Optional.empty(), List.of()));
  }

  void assign(CaseId id, UserId officer, Deed deed) {
    require(openCase(id));
    Role role = roles.get(officer);
    require(role == Role.OFFICER || role == Role.SUPERVISOR);
    MODULES.forEach(
        (module, months) -> {
          Instant done = trained.getOrDefault(officer, Map.of()).get(module);
          require(done != null && deed.at().isBefore(calendar.plusMonths(done, months)));
        });
    cases.put(id, file(id).led(officer));
  }

  void contacts(CaseId id, List<Contact> how) {
    require(openCase(id));
    cases.put(id, file(id).reached(how));
  }

  /** What isn't known counts as a yes. */
  void assess(CaseId id, Map<String, Answer> answers, List<Question> questions, Deed deed) {
    require(openCase(id));
    int known = 0;
    int sum = 0;
    RiskGrade worst = RiskGrade.LOW;
    for (Question question : questions) {
      known += answers.containsKey(question.id()) ? 1 : 0;
      if (answers.get(question.id()) != Answer.NO) {
        sum += question.weight();
        worst = graver(worst, question.atLeast().orElse(RiskGrade.LOW));
      }
    }
    require(known == answers.size());
    worst = graver(worst, graded(sum));
    PlainCase file = file(id);
    boolean mayFall = deed.actor().role() == Role.SUPERVISOR || file.grade().isEmpty();
    cases.put(id, file.graded(mayFall ? worst : graver(worst, file.grade().orElseThrow())));
  }

  void raise(CaseId id, RiskGrade to, String reason) {
    require(openCase(id) && !reason.isBlank());
    require(rank(to) > rank(file(id).grade().orElseThrow(No::new)));
    cases.put(id, file(id).graded(to));
  }

  void lower(CaseId id, RiskGrade to, String reason, Deed deed) {
    require(openCase(id) && !reason.isBlank() && deed.actor().role() == Role.SUPERVISOR);
    require(rank(to) < rank(file(id).grade().orElseThrow(No::new)));
    cases.put(id, file(id).graded(to));
  }

  /** A watch that was lost is no longer with the person. */
  void close(CaseId id, String reason, Deed deed) {
    require(openCase(id) && !reason.isBlank());
    for (PlainWatch watch : watches.values()) {
      boolean its = watch.whose().filter(key -> key.file().equals(id)).isPresent();
      require(!its || watch.state() != WatchState.ISSUED);
    }
    for (PlainRequest request : requestsOf(id)) {
      if (request.open()) {
        request.watch().ifPresent(serial -> happens(serial, unreserved(deed)));
        requests.put(
            request.key(),
            request.now(PlainRequest.Stage.CLOSED, Optional.empty(), RequestStep.CLOSED));
      }
    }
    cases.put(id, file(id).open(false));
    allot(reach, deed);
  }

  void reopen(CaseId id, String reason) {
    PlainCase file = file(id);
    require(!file.open() && !reason.isBlank() && protecting(file.person()) == 0);
    cases.put(id, file.open(true));
  }

  void post(UserId user, Role role) {
    roles.put(user, role);
  }

  void left(UserId user) {
    roles.remove(user);
  }

  void trained(UserId user, String module, Deed deed) {
    require(MODULES.containsKey(module) || module.equals("incident-desk"));
    trained.computeIfAbsent(user, _ -> new HashMap<>()).put(module, deed.at());
  }

  // who is next

  List<Waiting> waiting() {
    List<Waiting> sorted = new ArrayList<>();
    for (PlainRequest request : requests.values()) {
      if (request.stage() == PlainRequest.Stage.WAITS) {
        Waiting one =
            new Waiting(
                request.key(),
                request.station(),
                file(request.key().file()).grade(),
                request.asked());
        int place = 0;
        while (place < sorted.size() && !goesBefore(one, sorted.get(place))) {
          place++;
        }
        sorted.add(place, one);
      }
    }
    return sorted;
  }

  /** The nearest free watch; at one distance, of the first station; there, the first watch. */
  Optional<Offer> nearest(StationId asks, double within) {
    Offer best = null;
    for (Map.Entry<WatchSerial, PlainWatch> watch : watches.entrySet()) {
      if (watch.getValue().free()) {
        Station there = station(watch.getValue().station());
        double metres = station(asks).location().metresTo(there.location());
        boolean better =
            best == null
                || metres < best.metres()
                || (metres == best.metres() && there.id().compareTo(best.station().id()) < 0);
        if (metres <= within && better) {
          best = new Offer(watch.getKey(), there, metres);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private void allot(double within, Deed deed) {
    for (Waiting next : waiting()) {
      nearest(next.station(), within)
          .ifPresent(offer -> promise(next.request(), offer.watch(), deed));
    }
  }

  private void promise(RequestKey key, WatchSerial serial, Deed deed) {
    happens(serial, new Reserved(deed.at(), deed.by(), key));
    requests.put(
        key,
        request(key).now(PlainRequest.Stage.PROMISED, Optional.of(serial), RequestStep.PROMISED));
  }

  private void lose(RequestKey key, WatchSerial serial, Deed deed) {
    happens(serial, unreserved(deed));
    waitsAgain(key);
  }

  private void away(WatchSerial serial, WatchFact fact, Deed deed) {
    PlainWatch before = watch(serial);
    happens(serial, fact);
    if (before.state() == WatchState.RESERVED) {
      waitsAgain(before.whose().orElseThrow());
      allot(reach, deed);
    }
  }

  private void waitsAgain(RequestKey key) {
    PlainRequest before = request(key);
    requests.put(
        key,
        before.untold().contains(RequestStep.PROMISED)
            ? before.told(RequestStep.PROMISED).waiting()
            : before.now(PlainRequest.Stage.WAITS, Optional.empty(), RequestStep.PROMISE_LOST));
  }

  private static boolean goesBefore(Waiting one, Waiting other) {
    int byGrade = gravity(other) - gravity(one);
    if (byGrade != 0) {
      return byGrade < 0;
    }
    if (!one.asked().equals(other.asked())) {
      return one.asked().isBefore(other.asked());
    }
    return one.request().file().compareTo(other.request().file()) < 0;
  }

  private static int gravity(Waiting one) {
    return rank(one.grade().orElse(RiskGrade.EXTREME));
  }

  private static RiskGrade graded(int sum) {
    if (sum >= 29) {
      return RiskGrade.EXTREME;
    }
    if (sum >= 19) {
      return RiskGrade.HIGH;
    }
    if (sum >= 11) {
      return RiskGrade.ELEVATED;
    }
    return sum >= 5 ? RiskGrade.MODERATE : RiskGrade.LOW;
  }

  private static int rank(RiskGrade grade) {
    return GRADES.indexOf(grade);
  }

  private static RiskGrade graver(RiskGrade one, RiskGrade other) {
    return rank(one) > rank(other) ? one : other;
  }

  private long protecting(ProtectedPersonId person) {
    return cases.values().stream()
        .filter(file -> file.open() && file.person().equals(person))
        .count();
  }

  private List<PlainRequest> requestsOf(CaseId id) {
    return requests.values().stream().filter(one -> one.key().file().equals(id)).toList();
  }

  private boolean openCase(CaseId id) {
    return cases.containsKey(id) && file(id).open();
  }

  private PlainCase file(CaseId id) {
    return Optional.ofNullable(cases.get(id)).orElseThrow(No::new);
  }

  private PlainRequest request(RequestKey key) {
    return Optional.ofNullable(requests.get(key)).orElseThrow(No::new);
  }

  private PlainWatch watch(WatchSerial serial) {
    return Optional.ofNullable(watches.get(serial)).orElseThrow(No::new);
  }

  private Station station(StationId id) {
    return Optional.ofNullable(stations.get(id)).orElseThrow(No::new);
  }

  private static Unreserved unreserved(Deed deed) {
    return new Unreserved(deed.at(), deed.by(), "not needed");
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new No();
    }
  }
}
