package org.haetae.casework.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.haetae.casework.retention.Facts.OfCase;
import org.haetae.casework.retention.Facts.OfIncident;
import org.haetae.casework.retention.Facts.OfOrder;
import org.haetae.casework.retention.Facts.OfPhotograph;
import org.haetae.casework.retention.Facts.OfPosition;
import org.haetae.casework.retention.Facts.OfRespondent;
import org.haetae.casework.store.Owner;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final CaseId CASE = new CaseId("case-1");
  private static final OrderId ORDER = new OrderId("order-1");
  private static final ProtectedPersonId PERSON = new ProtectedPersonId("person-1");
  private static final RespondentId RESPONDENT = new RespondentId("respondent-1");

  private static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }

  private static OfCase file(Optional<Instant> closed) {
    return new OfCase(CASE, PERSON, Set.of(RESPONDENT), closed);
  }

  private static OfOrder order(int ends, boolean faces) {
    return new OfOrder(ORDER, RESPONDENT, Set.of(PERSON), day(ends), faces);
  }

  private static Optional<Instant> since(Facts facts, KeptClass what) {
    return Inventory.of(facts).all().stream()
        .filter(kept -> kept.what() == what)
        .findFirst()
        .orElseThrow()
        .since();
  }

  private static Facts facts(
      OfCase file, List<OfOrder> orders, List<OfIncident> incidents, int photographed) {
    return new Facts(
        List.of(file),
        orders,
        incidents,
        List.of(new OfPhotograph("p", CASE, day(photographed))),
        List.of(),
        List.of(new OfRespondent(RESPONDENT, START)));
  }

  @Test
  void aCaseCountsFromTheLastOfItsEnds() {
    OfCase closed = file(Optional.of(day(10)));
    OfIncident incident = new OfIncident(Owner.of(ORDER), day(20), day(21), false);
    assertEquals(
        Optional.of(day(10)), since(facts(closed, List.of(), List.of(), 0), KeptClass.CASE));
    assertEquals(
        Optional.of(day(15)),
        since(facts(closed, List.of(order(15, false)), List.of(), 0), KeptClass.CASE));
    assertEquals(
        Optional.of(day(21)),
        since(facts(closed, List.of(order(15, false)), List.of(incident), 0), KeptClass.CASE));
    OfIncident ongoing = new OfIncident(Owner.of(CASE), day(20), day(21), true);
    assertEquals(
        Optional.empty(),
        since(facts(closed, List.of(order(15, false)), List.of(ongoing), 0), KeptClass.CASE));
    assertEquals(
        Optional.empty(),
        since(facts(file(Optional.empty()), List.of(), List.of(), 0), KeptClass.CASE));
  }

  @Test
  void anOrderStaysWhileACaseThatItProtectsIsOpenOrAFaceIsSealed() {
    List<OfOrder> ended = List.of(order(5, false));
    assertEquals(
        Optional.empty(),
        since(facts(file(Optional.empty()), ended, List.of(), 0), KeptClass.ORDER));
    assertEquals(
        Optional.of(day(10)),
        since(facts(file(Optional.of(day(10))), ended, List.of(), 0), KeptClass.ORDER));
    assertEquals(
        Optional.empty(),
        since(
            facts(file(Optional.of(day(10))), List.of(order(5, true)), List.of(), 0),
            KeptClass.ORDER));
  }

  @Test
  void aPhotographIsTiedToAnIncidentAroundIt() {
    OfCase open = file(Optional.empty());
    OfIncident incident = new OfIncident(Owner.of(ORDER), day(50), day(52), false);
    List<OfOrder> orders = List.of(order(90, false));
    for (int taken : List.of(20, 51, 82)) {
      assertEquals(
          Optional.empty(),
          since(facts(open, orders, List.of(incident), taken), KeptClass.PHOTOGRAPH),
          "day " + taken);
    }
    for (int taken : List.of(19, 83)) {
      assertEquals(
          Optional.of(day(taken)),
          since(facts(open, orders, List.of(incident), taken), KeptClass.PHOTOGRAPH),
          "day " + taken);
    }
    OfIncident others = new OfIncident(Owner.of(new OrderId("order-2")), day(50), day(52), false);
    assertEquals(
        Optional.of(day(51)),
        since(facts(open, orders, List.of(others), 51), KeptClass.PHOTOGRAPH));
  }

  @Test
  void aNameStaysWhileSomebodyNamesIt() {
    Facts named = facts(file(Optional.of(START)), List.of(), List.of(), 0);
    assertEquals(Optional.empty(), since(named, KeptClass.RESPONDENT));
    Facts alone =
        new Facts(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new OfRespondent(RESPONDENT, START)));
    assertEquals(Optional.of(START), since(alone, KeptClass.RESPONDENT));
  }

  @Test
  void aPositionStaysWithWhoeverHasTheWatch() {
    WatchSerial watch = new WatchSerial("W-1");
    for (Optional<CaseId> holder : List.of(Optional.of(CASE), Optional.<CaseId>empty())) {
      Facts facts =
          new Facts(
              List.of(file(Optional.empty())),
              List.of(),
              List.of(),
              List.of(),
              List.of(new OfPosition(watch, START, holder, Optional.of(CASE))),
              List.of());
      assertEquals(holder.isEmpty(), since(facts, KeptClass.POSITION).isPresent());
      assertTrue(new Holds(Set.of(Owner.of(CASE))).keep(Inventory.of(facts).all().getLast()));
    }
  }

  /** Random casework, looked at day by day. */
  @Test
  void nothingHeldOrOpenIsEverDueAndWhatIsDueStaysDue() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int seen = 0;
    for (int world = 0; world < 300; world++) {
      Facts facts = random(random);
      Holds holds = new Holds(held(random));
      RetentionRules rules =
          RetentionRulesTest.in(
              List.of("Asia/Seoul", "Pacific/Auckland", "America/New_York").get(random.nextInt(3)));
      Set<String> before = new HashSet<>();
      for (int now = 0; now < 2000; now += 1 + random.nextInt(200)) {
        Set<String> due = new HashSet<>();
        for (Kept kept : RetentionRound.due(Inventory.of(facts), rules, holds, day(now))) {
          String where = "seed %d: %s on day %d".formatted(seed, kept, now);
          due.add(kept.what() + kept.id());
          assertTrue(mayGo(kept, facts, holds, day(now)), where);
          seen++;
        }
        assertTrue(due.containsAll(before), "seed " + seed);
        before = due;
      }
    }
    assertTrue(seen > 1000, "seed %d: only %d were due".formatted(seed, seen));
  }

  /** The same in other words: nobody around is open, held, ongoing or in force. */
  private static boolean mayGo(Kept kept, Facts facts, Holds holds, Instant now) {
    return switch (kept.what()) {
      case CASE ->
          facts.cases().stream()
              .filter(file -> file.id().value().equals(kept.id()))
              .allMatch(file -> quiet(file, facts, holds, now));
      case ORDER ->
          facts.orders().stream()
              .filter(order -> order.id().value().equals(kept.id()))
              .allMatch(
                  order ->
                      !order.faces()
                          && over(order, facts, holds, now)
                          && facts.cases().stream()
                              .filter(file -> order.people().contains(file.person()))
                              .allMatch(
                                  file ->
                                      file.closed().filter(now::isAfter).isPresent()
                                          && !holds.on().contains(Owner.of(file.id()))));
      case PHOTOGRAPH ->
          facts.photographs().stream()
              .filter(photograph -> photograph.name().equals(kept.id()))
              .noneMatch(photograph -> holds.on().contains(Owner.of(photograph.file())));
      case RESPONDENT ->
          facts.cases().stream()
              .noneMatch(file -> file.respondents().contains(new RespondentId(kept.id())));
      case POSITION, PARCEL, LINK, TEMPLATE, PICTURE, AUDIT, EMERGENCY -> true;
    };
  }

  private static boolean quiet(OfCase file, Facts facts, Holds holds, Instant now) {
    return file.closed().filter(now::isAfter).isPresent()
        && !holds.on().contains(Owner.of(file.id()))
        && calm(Owner.of(file.id()), facts)
        && facts.orders().stream()
            .filter(order -> order.people().contains(file.person()))
            .allMatch(order -> over(order, facts, holds, now));
  }

  private static boolean over(OfOrder order, Facts facts, Holds holds, Instant now) {
    return order.ends().isBefore(now)
        && !holds.on().contains(Owner.of(order.id()))
        && calm(Owner.of(order.id()), facts);
  }

  private static boolean calm(Owner owner, Facts facts) {
    return facts.incidents().stream()
        .filter(incident -> incident.of().equals(owner))
        .noneMatch(OfIncident::ongoing);
  }

  private static Set<Owner> held(Random random) {
    Set<Owner> held = new HashSet<>();
    if (random.nextInt(3) == 0) {
      held.add(Owner.of(new CaseId("case-" + random.nextInt(6))));
      held.add(Owner.of(new OrderId("order-" + random.nextInt(6))));
    }
    return held;
  }

  private static Facts random(Random random) {
    List<OfCase> cases = new ArrayList<>();
    List<OfOrder> orders = new ArrayList<>();
    List<OfIncident> incidents = new ArrayList<>();
    List<OfPhotograph> photographs = new ArrayList<>();
    for (int i : IntStream.range(0, 6).toArray()) {
      CaseId id = new CaseId("case-" + i);
      cases.add(
          new OfCase(
              id,
              new ProtectedPersonId("person-" + random.nextInt(4)),
              Set.of(new RespondentId("respondent-" + random.nextInt(8))),
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day(random.nextInt(500)))));
      OrderId order = new OrderId("order-" + i);
      orders.add(
          new OfOrder(
              order,
              new RespondentId("respondent-" + random.nextInt(8)),
              Set.of(new ProtectedPersonId("person-" + random.nextInt(5))),
              day(random.nextInt(500)),
              random.nextInt(9) == 0));
      Instant opened = day(random.nextInt(500));
      incidents.add(
          new OfIncident(
              random.nextBoolean() ? Owner.of(id) : Owner.of(order),
              opened,
              opened.plusSeconds(random.nextInt(100_000)),
              random.nextInt(9) == 0));
      photographs.add(new OfPhotograph("photograph-" + i, id, day(random.nextInt(500))));
    }
    List<OfRespondent> names =
        IntStream.range(0, 8)
            .mapToObj(i -> new OfRespondent(new RespondentId("respondent-" + i), day(i)))
            .toList();
    return new Facts(cases, orders, incidents, photographs, List.of(), names);
  }
}
