package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.training.Staff;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.PlainWatch;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/** Whether an office agrees with the plain model, and keeps the promises of the desks by itself. */
record PlainCheck(PlainOffice plain, Files files, double reach) {

  void run() {
    asTheModelSays();
    noWatchLiesIdle();
    promisesGoBothWays();
    countsEqualCounting();
    indexesEqualSearching();
  }

  private void asTheModelSays() {
    Map<WatchSerial, PlainWatch> watches = new TreeMap<>();
    files.stock().watches().forEach(it -> watches.put(it.serial(), PlainWatch.of(it)));
    assertEquals(plain.watches(), watches, "watches");
    Map<CaseId, PlainCase> cases = new TreeMap<>();
    Map<RequestKey, PlainRequest> requests = new HashMap<>();
    for (CaseFile file : files.cases()) {
      cases.put(file.id(), PlainCase.of(file));
      for (WatchRequest one : file.requests()) {
        RequestKey key = new RequestKey(file.id(), one.number());
        requests.put(key, PlainRequest.of(key, one));
      }
    }
    assertEquals(plain.cases(), cases, "cases");
    assertEquals(plain.requests(), requests, "requests");
    assertEquals(List.copyOf(plain.stations().values()), List.copyOf(files.stock().stations()));
    assertEquals(plain.waiting(), files.waiting(), "who is next");
    for (Staff one : files.staff()) {
      assertEquals(Optional.ofNullable(plain.roles().get(one.id())), one.role(), "role");
    }
  }

  private void noWatchLiesIdle() {
    for (Waiting one : files.waiting()) {
      Station asks = files.stock().station(one.station()).orElseThrow();
      for (Watch watch : files.stock().watches()) {
        Station has = files.stock().station(watch.station()).orElseThrow();
        boolean idle = watch.state() == WatchState.IN_STOCK && watch.travelsTo().isEmpty();
        assertTrue(
            !idle || asks.location().metresTo(has.location()) > reach,
            () -> "%s lies at %s while %s waits".formatted(watch.serial(), has, one));
      }
    }
  }

  private void promisesGoBothWays() {
    Set<WatchSerial> promised = new HashSet<>();
    for (CaseFile file : files.cases()) {
      for (WatchRequest request : file.requests()) {
        RequestKey key = new RequestKey(file.id(), request.number());
        assertTrue(file.open() || !request.open(), () -> key + " is open in a closed case");
        if (request.open() && request.watch().isPresent()) {
          Watch watch = files.watch(request.watch().get()).orElseThrow();
          assertEquals(WatchState.RESERVED, watch.state(), () -> key + " was promised it");
          assertEquals(Optional.of(key), watch.keptFor());
          assertTrue(promised.add(watch.serial()), () -> watch.serial() + " is promised twice");
        }
      }
    }
    for (Watch watch : files.stock().watches()) {
      assertEquals(watch.state() == WatchState.RESERVED, promised.contains(watch.serial()));
      assertEquals(watch.state() == WatchState.RESERVED, watch.keptFor().isPresent());
      if (watch.state() == WatchState.ISSUED) {
        RequestKey key = watch.holding().map(Holding::request).orElseThrow();
        CaseFile file = files.find(key.file()).orElseThrow();
        WatchRequest request = file.request(key.number());
        assertTrue(file.open() && request.handed().isPresent(), () -> key + " has a watch");
        assertEquals(Optional.of(watch.serial()), request.watch());
      }
    }
  }

  private void countsEqualCounting() {
    Map<StationId, Map<WatchState, Integer>> counted = new HashMap<>();
    for (Watch watch : files.stock().watches()) {
      counted
          .computeIfAbsent(watch.station(), _ -> new HashMap<>())
          .merge(watch.state(), 1, Integer::sum);
    }
    Map<StationId, Map<WatchState, Integer>> kept = new HashMap<>();
    files.stock().keepers().forEach(one -> kept.put(one, files.stock().counts(one)));
    assertEquals(counted, kept, "counts");
  }

  private void indexesEqualSearching() {
    for (CaseFile file : files.cases()) {
      var person = file.opened().person();
      assertEquals(
          files.cases().stream()
              .filter(it -> it.open() && it.opened().person().equals(person))
              .toList(),
          files.protecting(person));
      assertTrue(files.protecting(person).size() <= 1, () -> person + " is protected twice");
      for (var respondent : file.opened().respondents()) {
        assertEquals(
            files.cases().stream()
                .filter(it -> it.open() && it.opened().respondents().contains(respondent))
                .toList(),
            files.against(respondent));
      }
    }
    for (Staff one : files.staff()) {
      Set<CaseId> led = new HashSet<>();
      files.cases().stream()
          .filter(it -> it.officer().filter(who -> who.user().equals(one.id())).isPresent())
          .forEach(it -> led.add(it.id()));
      assertEquals(led, files.ledBy(one.id()));
    }
  }
}
