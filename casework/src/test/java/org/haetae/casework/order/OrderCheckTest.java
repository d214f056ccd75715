package org.haetae.casework.order;

import static org.haetae.casework.order.Orders.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.haetae.casework.order.OrderDraft.ExtensionDraft;
import org.haetae.casework.order.OrderDraft.MeasureDraft;
import org.haetae.casework.order.Problem.Weight;
import org.junit.jupiter.api.Test;

class OrderCheckTest {
  private static final OrderCheck CHECK = new OrderCheck(OrderRulesReader.korea());
  private static final PlaceDraft HOME = place(37.5, 127.0, 100);
  private static final MeasureDraft STAY_AWAY = measure("STAY_AWAY", 100);

  private static PlaceDraft place(double latitude, double longitude, double radius) {
    return new PlaceDraft(
        "home",
        OptionalDouble.of(latitude),
        OptionalDouble.of(longitude),
        OptionalDouble.of(radius));
  }

  private static MeasureDraft measure(String kind, double metres) {
    return new MeasureDraft(kind, OptionalDouble.of(metres));
  }

  /** A draft whose fields a test may change. */
  private static final class Entered {
    String id = "a-17";
    String reference = "2026-cho-17";
    String kind = "PROVISIONAL";
    String offence = "STALKING";
    String basis = Orders.STALKING_9;
    String respondent = "r1";
    String from = "2026-01-01T00:00";
    String until = "2026-04-01T00:00";
    Set<String> people = Set.of("p1");
    Set<String> places = Set.of("home");
    List<MeasureDraft> measures = List.of(STAY_AWAY);
    List<ExtensionDraft> extensions = List.of();

    OrderDraft draft() {
      return new OrderDraft(
          id,
          reference,
          kind,
          offence,
          basis,
          "Seoul Central District Court",
          respondent,
          people,
          places,
          "HIGH",
          Optional.of(at(from)),
          Optional.of(at(until)),
          measures,
          extensions);
    }
  }

  private interface Change {
    void in(Entered entered);
  }

  private static OrderDraft draft(Change change) {
    Entered entered = new Entered();
    change.in(entered);
    return entered.draft();
  }

  private static CheckedOrders check(Change change) {
    return CHECK.check(List.of(draft(change)), List.of(HOME));
  }

  /** Exactly these problems, each told by a part of its sentence. */
  private static void assertProblems(CheckedOrders checked, Weight weight, String... parts) {
    List<String> told =
        checked.problems().stream()
            .filter(problem -> problem.weight() == weight)
            .map(Problem::sentence)
            .toList();
    assertEquals(parts.length, told.size(), told::toString);
    for (String part : parts) {
      assertTrue(told.stream().anyMatch(sentence -> sentence.contains(part)), told::toString);
    }
    if (weight == Weight.WRONG) {
      assertTrue(checked.orders().isEmpty(), "nothing is half taken in");
    }
  }

  private static void wrong(Change change, String... parts) {
    assertProblems(check(change), Weight.WRONG, parts);
  }

  @Test
  void aLawfulOrderIsTaken() {
    CheckedOrders checked = check(_ -> {});
    assertEquals(List.of(), checked.problems());
    assertFalse(checked.refused());
    assertTrue(checked.orders().getFirst().inForceAt(at("2026-03-31T23:59")));
  }

  @Test
  void itEndsAfterItBegins() {
    wrong(
        e -> e.until = "2025-12-31T00:00",
        "ends at 2025-12-31 00:00 (Asia/Seoul), which is not after");
    wrong(e -> e.until = e.from, "which is not after its begin");
  }

  @Test
  void itLastsNoLongerThanTheLawAllows() {
    wrong(
        e -> e.until = "2026-04-01T00:01",
        "order a-17 ends at 2026-04-01 00:01 (Asia/Seoul), but begun at 2026-01-01 00:00"
            + " (Asia/Seoul) it can last until 2026-04-01 00:00 (Asia/Seoul) at the longest (Act on"
            + " Punishment of Stalking Crimes, Art. 9(7))");
  }

  @Test
  void unknownWordsAreToldWithTheKnownOnes() {
    wrong(
        e -> {
          e.offence = "jaywalking";
          e.kind = "decree";
        },
        "unknown offence \"jaywalking\": it must be one of DOMESTIC_VIOLENCE, CHILD_ABUSE",
        "unknown kind \"decree\": it must be one of EMERGENCY, PROVISIONAL");
    assertFalse(check(e -> e.offence = " stalking ").refused(), "capitals don't matter");
  }

  @Test
  void aBasisMustFitKindAndOffence() {
    wrong(e -> e.basis = "Magna Carta", "rests on \"Magna Carta\"");
    wrong(e -> e.offence = "MURDER", "is PROVISIONAL for MURDER, which the rules of Korea");
  }

  @Test
  void aMeasureMustBeAllowed() {
    wrong(
        e -> e.measures = List.of(STAY_AWAY, measure("LEAVE_HOME", 1)),
        "demands LEAVE_HOME, which its legal basis doesn't allow");
    wrong(e -> e.measures = List.of(), "demands nothing");
    wrong(e -> e.measures = List.of(STAY_AWAY, STAY_AWAY), "STAY_AWAY twice");
    wrong(
        e -> e.measures = List.of(measure("STAY_AWAY", 0)), "distance to stay away of 0.0 metres");
  }

  @Test
  void monitoringNeedsARing() {
    MeasureDraft ringless = new MeasureDraft("ELECTRONIC_MONITORING", OptionalDouble.empty());
    wrong(
        e -> e.measures = List.of(STAY_AWAY, ringless),
        "electronic monitoring without a ring: enter its metres, usually 2000");
    wrong(
        e -> e.measures = List.of(measure("ELECTRONIC_MONITORING", -1)),
        "monitoring ring of -1.0 metres");
  }

  @Test
  void placesHavePointsAndRadii() {
    OrderDraft order = draft(_ -> {});
    PlaceDraft nowhere =
        new PlaceDraft(
            "home", OptionalDouble.empty(), OptionalDouble.of(127), OptionalDouble.of(0));
    assertProblems(
        CHECK.check(List.of(order), List.of(nowhere)),
        Weight.WRONG,
        "place home has no coordinates",
        "exclusion radius of 0.0 metres");
    assertProblems(
        CHECK.check(List.of(order), List.of(place(95, 127, 100))),
        Weight.WRONG,
        "latitude must lie between");
    assertProblems(
        CHECK.check(List.of(order), List.of(HOME, HOME)), Weight.WRONG, "home is entered twice");
    wrong(e -> e.places = Set.of("school"), "unknown place \"school\": the places are home");
    wrong(e -> e.places = Set.of(), "protects no place");
  }

  @Test
  void overlappingOrdersOfOneKindAreRefused() {
    UnaryOperator<Change> second =
        change ->
            e -> {
              e.id = "b-18";
              e.from = "2026-03-31T00:00";
              e.until = "2026-06-01T00:00";
              e.people = Set.of("p1", "p2");
              change.in(e);
            };
    assertProblems(
        set(_ -> {}, second.apply(_ -> {})),
        Weight.WRONG,
        "order b-18 begins at 2026-03-31 00:00 (Asia/Seoul), while order a-17 of the same kind");
    assertFalse(set(_ -> {}, second.apply(e -> e.from = "2026-04-01T00:00")).refused(), "follows");
    assertFalse(set(_ -> {}, second.apply(e -> e.respondent = "r2")).refused());
    assertFalse(set(_ -> {}, second.apply(e -> e.people = Set.of("p2"))).refused());
    assertFalse(
        set(
                _ -> {},
                second.apply(
                    e -> {
                      e.kind = "EMERGENCY";
                      e.basis = "스토킹처벌법 제4조";
                      e.until = "2026-04-30T00:00";
                    }))
            .refused());
  }

  @Test
  void anExtendedOrderOverlapsToo() {
    assertProblems(
        set(
            e -> e.extensions = List.of(extension("2026-03-20T10:00", "2026-06-01T00:00")),
            e -> {
              e.id = "b-18";
              e.from = "2026-05-01T00:00";
              e.until = "2026-06-01T00:00";
            }),
        Weight.WRONG,
        "order b-18 begins");
  }

  @Test
  void extensionsKeepToTheLaw() {
    wrong(
        e -> e.extensions = List.of(extension("2026-03-20T10:00", "2026-07-02T00:00")),
        "this extension can reach until 2026-07-01 00:00 (Asia/Seoul)");
    wrong(
        e -> e.extensions = List.of(extension("2026-04-02T10:00", "2026-06-01T00:00")), "ended at");
    wrong(
        e -> e.extensions = List.of(extension("2026-03-02T10:00", "2026-03-15T00:00")),
        "would not extend it");
    wrong(
        e ->
            e.extensions =
                List.of(
                    extension("2026-03-20T10:00", "2026-05-01T00:00"),
                    extension("2026-04-20T10:00", "2026-06-01T00:00"),
                    extension("2026-05-20T10:00", "2026-07-01T00:00")),
        "has been extended 2 times and can't be again");
  }

  @Test
  void allIsToldAtOnce() {
    wrong(
        e -> {
          e.reference = " ";
          e.people = Set.of();
          e.until = "2026-09-01T00:00";
          e.places = Set.of("school");
          e.measures = List.of(measure("LEAVE_HOME", 1));
        },
        "has no reference number",
        "protects nobody",
        "at the longest",
        "unknown place",
        "demands LEAVE_HOME");
  }

  @Test
  void oneIdIsOneOrder() {
    assertProblems(
        set(
            _ -> {},
            e -> {
              e.from = "2026-04-01T00:00";
              e.until = "2026-05-01T00:00";
            }),
        Weight.WRONG,
        "order a-17 is entered twice");
  }

  @Test
  void anArticleThatDoesNotApplyYetIsNoBasis() {
    wrong(
        e -> {
          e.kind = "PROTECTION_ORDER";
          e.basis = "스토킹처벌법 제17조의6";
        },
        "Art. 17-6(1) applies only from 2027-04-22");
  }

  @Test
  void whatTheRulesAreNotSureOfIsToldAndDoesNotRefuse() {
    CheckedOrders checked =
        check(
            e -> {
              e.kind = "RELEASE_CONDITION";
              e.offence = "ROBBERY";
              e.basis = "전자장치부착법 제9조제1항";
              e.until = "2036-01-01T00:00";
            });
    assertProblems(
        checked,
        Weight.UNCERTAIN,
        "rests on a rule to be looked up: Act on Electronic Monitoring, Art. 9(1), not verified:"
            + " which item applies",
        "since when robbery");
    assertEquals(1, checked.orders().size());
  }

  @Test
  void anOrderWithoutATermInTheLawIsTakenWithADoubt() {
    CheckedOrders checked =
        check(
            e -> {
              e.kind = "EMERGENCY";
              e.offence = "DOMESTIC_VIOLENCE";
              e.basis = "가정폭력처벌법 제8조의2";
            });
    assertProblems(checked, Weight.UNCERTAIN, "has no longest term by law");
    assertFalse(checked.refused());
  }

  private static ExtensionDraft extension(String at, String until) {
    return new ExtensionDraft(at(at), at(until), "Seoul Central District Court", "2026-ext");
  }

  private static CheckedOrders set(Change... changes) {
    return CHECK.check(Arrays.stream(changes).map(OrderCheckTest::draft).toList(), List.of(HOME));
  }
}
