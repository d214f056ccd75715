package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.planning.DemandForecast;
import org.haetae.casework.planning.ReturnRates;
import org.haetae.casework.planning.Shelf;
import org.haetae.casework.planning.StockOut;
import org.haetae.casework.planning.Tenancy;
import org.haetae.casework.planning.Tenancy.CameBack;
import org.haetae.casework.planning.Tenancy.Lasts;
import org.haetae.casework.planning.Tenancy.Lost;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanningFactsTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** 1 March in Seoul, still the leap day in Greenwich. */
  private static final Instant NOW = Instant.parse("2028-02-29T16:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2028, 3, 1);
  private static final StationId JONGNO = new StationId("jongno");
  private static final StationId MAPO = new StationId("mapo");
  private static final StationId JEJU = new StationId("jeju");
  private static final Handing HANDING = new Handing("card", true, true);

  private final Desks desks = Desks.over(new MemoryLedger(), PlanReader.korea());

  @BeforeEach
  void stations() {
    place(JONGNO, 37.57);
    place(MAPO, 37.55);
    place(JEJU, 33.5);
  }

  @Test
  void anEmptyHouseHasEmptyShelves() {
    PlanningFacts facts = facts();
    assertEquals(TODAY, facts.today());
    assertEquals(
        Map.of(JONGNO, Shelf.EMPTY, MAPO, Shelf.EMPTY, JEJU, Shelf.EMPTY), facts.shelves());
    assertEquals(List.of(), facts.tenancies());
    assertEquals(0, facts.history().days());
    assertEquals(Set.of(JONGNO, MAPO, JEJU), facts.history().asked().keySet());
    assertEquals(Optional.empty(), DemandForecast.of(facts.history()));
  }

  @Test
  void everyWatchIsFoundWhereItCounts() {
    receive("free", JONGNO);
    receive("travels", JONGNO);
    desks.watches().send(new WatchSerial("travels"), MAPO, at("2028-02-28T01:00:00Z"));
    receive("broken", JONGNO);
    desks.watches().repair(new WatchSerial("broken"), "cracked", at("2028-02-28T02:00:00Z"));
    receive("gone", JONGNO);
    desks.watches().retire(new WatchSerial("gone"), "old", at("2028-02-28T02:00:00Z"));
    issued("one", "w1", JEJU, "2027-12-31T15:00:00Z");
    ask("two", JEJU, "2028-02-01T00:00:00Z");

    PlanningFacts facts = facts();

    assertEquals(new Shelf(1, 0, 0, List.of()), shelf(facts, JONGNO));
    assertEquals(new Shelf(1, 0, 0, List.of()), shelf(facts, MAPO));
    // Handed over on 1 January in Seoul, and nothing is left for the other.
    assertEquals(new Shelf(0, 0, 1, List.of(LocalDate.of(2028, 7, 1))), shelf(facts, JEJU));
    receive("kept", JEJU);
    assertEquals(new Shelf(0, 1, 0, List.of(LocalDate.of(2028, 7, 1))), shelf(facts(), JEJU));
  }

  @Test
  void aTenancyIsRememberedToItsEnd() {
    issued("one", "w1", JONGNO, "2027-01-10T03:00:00Z");
    desks.watches().renew(new WatchSerial("w1"), at("2027-07-01T03:00:00Z"));
    desks.watches().returned(new WatchSerial("w1"), MAPO, at("2027-11-11T15:30:00Z"));
    issued("two", "w2", JONGNO, "2028-01-01T03:00:00Z");
    desks.watches().lost(new WatchSerial("w2"), "in a river", at("2028-02-01T03:00:00Z"));
    issued("three", "w3", JONGNO, "2028-02-02T03:00:00Z");

    assertEquals(
        Set.of(
            new Tenancy(
                LocalDate.of(2027, 1, 10),
                LocalDate.of(2028, 1, 10),
                new CameBack(LocalDate.of(2027, 11, 12))),
            new Tenancy(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 7, 1), new Lost()),
            new Tenancy(LocalDate.of(2028, 2, 2), LocalDate.of(2028, 8, 2), new Lasts())),
        Set.copyOf(facts().tenancies()));
    assertEquals(1, shelf(facts(), MAPO).free(), "it stays where it was given back");

    desks.watches().retire(new WatchSerial("w2"), "never found", at("2028-02-20T03:00:00Z"));
    assertTrue(
        facts()
            .tenancies()
            .contains(new Tenancy(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 7, 1), new Lost())),
        "a retired watch was lost all the same");
  }

  @Test
  void aWatchThatWasFoundCameBack() {
    issued("one", "w1", JONGNO, "2028-01-01T03:00:00Z");
    desks.watches().lost(new WatchSerial("w1"), "in a river", at("2028-02-01T03:00:00Z"));
    desks.watches().found(new WatchSerial("w1"), MAPO, at("2028-02-09T03:00:00Z"));
    assertEquals(
        List.of(
            new Tenancy(
                LocalDate.of(2028, 1, 1),
                LocalDate.of(2028, 7, 1),
                new CameBack(LocalDate.of(2028, 2, 9)))),
        facts().tenancies());
  }

  @Test
  void requestsCountByTheirDayWhileTheyNeedAWatch() {
    ask("old", JEJU, "2027-03-01T14:59:00Z");
    ask("first", JEJU, "2027-03-02T15:00:00Z");
    ask("withdrawn", JEJU, "2028-02-01T00:00:00Z");
    close("withdrawn", RequestClosing.WITHDRAWN);
    ask("declined", JEJU, "2028-02-01T00:00:00Z");
    close("declined", RequestClosing.DECLINED);
    ask("none", JEJU, "2028-02-29T14:00:00Z");
    close("none", RequestClosing.NONE_AVAILABLE);
    ask("today", MAPO, "2028-02-29T15:00:00Z");

    PlanningFacts facts = facts();

    assertEquals(TODAY.minusDays(364), facts.history().from());
    assertEquals(TODAY, facts.history().until());
    assertEquals(
        Map.of(
            JONGNO,
            List.of(),
            MAPO,
            List.of(),
            JEJU,
            List.of(LocalDate.of(2027, 3, 3), LocalDate.of(2028, 2, 29))),
        sorted(facts.history().asked()));
    assertEquals(2, shelf(facts, JEJU).owed());
    assertEquals(1, shelf(facts, MAPO).owed());
  }

  @Test
  void aYoungHouseKnowsItsHistoryFromTheFirstRequest() {
    ask("first", JEJU, "2028-02-01T00:00:00Z");
    assertEquals(LocalDate.of(2028, 2, 1), facts().history().from());
  }

  /** From the ledger to the day, without a page. */
  @Test
  void aStationThatIsAskedEveryWeekRunsOut() {
    for (int week = 1; week <= 20; week++) {
      receive("w" + week, JONGNO);
      issued("case-" + week, "x" + week, JONGNO, TODAY.minusWeeks(week) + "T03:00:00Z");
    }
    PlanningFacts facts = facts();
    assertEquals(20, shelf(facts, JONGNO).free());
    DemandForecast forecast = DemandForecast.of(facts.history()).orElseThrow();
    assertEquals(1 / 7.0, forecast.national().perDay(), 0.02);
    StockOut stockOut =
        new StockOut(
            facts.today(),
            ReturnRates.of(facts.tenancies(), facts.today(), PlanReader.korea().watches().term()));
    Shelf all = Shelf.together(facts.shelves().values());
    assertEquals(40, all.watches());
    double[] stock = stockOut.expected(all, forecast.national());
    assertTrue(stock[7] < 20 && stock[7] > 18, "after a week " + stock[7]);
  }

  private void place(StationId station, double latitude) {
    desks
        .watches()
        .place(
            station, station.value(), new GeoPoint(latitude, 126.98), at("2020-01-01T00:00:00Z"));
  }

  private void receive(String watch, StationId station) {
    desks
        .watches()
        .receive(new WatchSerial(watch), station, "model", "1.0", at("2020-01-02T00:00:00Z"));
  }

  private void ask(String file, StationId station, String when) {
    desks
        .cases()
        .open(
            new CaseId(file),
            new ProtectedPersonId("p-" + file),
            Set.of(new RespondentId("r-" + file)),
            Offence.STALKING,
            station,
            OptionalInt.empty(),
            at(when));
    var _ = desks.watches().ask(new CaseId(file), station, at(when));
  }

  private void close(String file, RequestClosing why) {
    desks
        .watches()
        .close(new RequestKey(new CaseId(file), 1), why, "a reason", at("2028-02-29T14:30:00Z"));
  }

  private void issued(String file, String watch, StationId station, String when) {
    receive(watch, station);
    ask(file, station, when);
    desks.watches().issue(new RequestKey(new CaseId(file), 1), HANDING, at(when));
  }

  private PlanningFacts facts() {
    return desks.office().look(files -> PlanningFacts.of(files, NOW, SEOUL));
  }

  private static Shelf shelf(PlanningFacts facts, StationId station) {
    return Objects.requireNonNull(facts.shelves().get(station));
  }

  private static Map<StationId, List<LocalDate>> sorted(Map<StationId, List<LocalDate>> asked) {
    return asked.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                station -> station.getValue().stream().sorted().toList(),
                (one, _) -> one,
                HashMap::new));
  }

  private static Deed at(String instant) {
    return new Deed(new Actor(new UserId("kim"), Role.SUPERVISOR), Instant.parse(instant));
  }
}
