package org.haetae.casework.order;

import static org.haetae.casework.order.Orders.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.order.Measure.ElectronicMonitoring;
import org.haetae.casework.order.Measure.StayAway;
import org.haetae.casework.order.OrderEvent.Extended;
import org.haetae.casework.order.OrderEvent.Revoked;
import org.haetae.casework.order.OrderEvent.Suspended;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFileTest {
  private static final OrderRules KOREA = OrderRulesReader.korea();
  private static final Instant FROM = at("2026-01-01T00:00");
  private static final Instant UNTIL = at("2026-04-01T00:00");
  private static final Instant MIDDLE = at("2026-02-15T12:00");
  private static final OrderFile ISSUED = Orders.provisional(FROM, UNTIL);

  private static void refused(String saying, Executable command) {
    OrderRefusal refusal = assertThrows(OrderRefusal.class, command);
    assertTrue(refusal.sentence().startsWith("order a-17 "), refusal.sentence());
    assertTrue(refusal.sentence().contains(saying), refusal.sentence());
  }

  private static Extended extension(OrderFile file, String until, String at) {
    return file.extend(at(until), "Seoul Central District Court", "2026-ext", at(at), KOREA);
  }

  @Test
  void isInForceFromItsBeginToItsEnd() {
    assertEquals(OrderState.AHEAD, ISSUED.stateAt(FROM.minusSeconds(1)));
    assertTrue(ISSUED.inForceAt(FROM));
    assertTrue(ISSUED.inForceAt(UNTIL.minusSeconds(1)));
    assertEquals(OrderState.ENDED, ISSUED.stateAt(UNTIL));
    assertEquals(Optional.of(ISSUED.issued()), ISSUED.usableAt(MIDDLE));
    assertEquals(Optional.empty(), ISSUED.usableAt(UNTIL));
  }

  @Test
  void isInForceWithoutABreakUntilItsNextSuspensionOrItsEnd() {
    assertEquals(UNTIL, ISSUED.inForceUntil(MIDDLE));
    assertEquals(FROM.minusSeconds(1), ISSUED.inForceUntil(FROM.minusSeconds(1)));
    assertEquals(UNTIL.plusSeconds(1), ISSUED.inForceUntil(UNTIL.plusSeconds(1)));
    OrderFile paused = ISSUED.after(new Suspended(MIDDLE, "appeal"));
    OrderFile again = paused.after(new OrderEvent.Resumed(MIDDLE.plusSeconds(9)));
    assertEquals(MIDDLE, again.inForceUntil(FROM));
    assertEquals(MIDDLE.plusSeconds(3), again.inForceUntil(MIDDLE.plusSeconds(3)));
    assertEquals(UNTIL, again.inForceUntil(MIDDLE.plusSeconds(9)));
    OrderFile gone = again.after(new Revoked(MIDDLE.plusSeconds(20), "by the court"));
    assertEquals(MIDDLE.plusSeconds(20), gone.inForceUntil(MIDDLE.plusSeconds(9)));
  }

  @Test
  void aSuspensionIsAHoleAndMovesNoEnd() {
    Instant resumed = MIDDLE.plusSeconds(3600);
    OrderFile paused = ISSUED.after(ISSUED.suspend(MIDDLE, "appeal"));
    OrderFile again = paused.after(paused.resume(resumed));
    assertEquals(OrderState.SUSPENDED, paused.stateAt(MIDDLE));
    assertEquals(Optional.empty(), again.usableAt(MIDDLE));
    assertTrue(again.inForceAt(MIDDLE.minusSeconds(1)), "what was stays true");
    assertEquals(UNTIL, again.endsAt());
    assertEquals(
        new Validity(resumed, UNTIL),
        again.usableAt(resumed).orElseThrow().validity(),
        "a picture of the time of the suspension must not count");
  }

  @Test
  void aRevocationIsForGood() {
    OrderFile gone = ISSUED.after(ISSUED.revoke(MIDDLE, "withdrawn"));
    assertEquals(OrderState.REVOKED, gone.stateAt(MIDDLE));
    assertEquals(OrderState.REVOKED, gone.stateAt(UNTIL.plusSeconds(1)));
    assertEquals(MIDDLE, gone.endsAt());
    assertEquals(Optional.of(new Validity(FROM, MIDDLE)), gone.effectiveValidity());
    refused("was revoked", () -> gone.resume(MIDDLE.plusSeconds(1)));
    refused("was revoked", () -> gone.revoke(MIDDLE.plusSeconds(1), "again"));
  }

  @Test
  void revokedBeforeItBeganItNeverWas() {
    OrderFile gone = ISSUED.after(ISSUED.revoke(FROM.minusSeconds(60), "appeal"));
    assertEquals(Optional.empty(), gone.effectiveValidity());
    assertFalse(gone.inForceAt(FROM));
  }

  @Test
  void isExtendedTwiceByThreeMonths() {
    OrderFile once = ISSUED.after(extension(ISSUED, "2026-07-01T00:00", "2026-03-20T10:00"));
    OrderFile twice = once.after(extension(once, "2026-10-01T00:00", "2026-06-20T10:00"));
    assertTrue(twice.inForceAt(at("2026-09-30T23:59")));
    assertEquals(at("2026-10-01T00:00"), twice.endsAt());
    refused(
        "been extended 2 times", () -> extension(twice, "2026-11-01T00:00", "2026-09-20T10:00"));
  }

  @Test
  void anExtensionReachesNoFurtherThanTheLaw() {
    refused(
        "until 2026-07-01 00:00 (Asia/Seoul) at the longest (Act on Punishment of Stalking Crimes,"
            + " Art. 9(7))",
        () -> extension(ISSUED, "2026-07-01T00:01", "2026-03-20T10:00"));
  }

  @Test
  void anExtensionComesBeforeTheEndAndReachesBeyondIt() {
    refused("ended at", () -> extension(ISSUED, "2026-07-01T00:00", "2026-04-01T00:00"));
    refused("would not extend it", () -> extension(ISSUED, "2026-04-01T00:00", "2026-03-20T10:00"));
    refused("would not extend it", () -> extension(ISSUED, "2026-03-25T00:00", "2026-03-20T10:00"));
  }

  @Test
  void aTotalHoldsOverAllExtensions() {
    Instant from = at("2024-02-29T00:00");
    OrderFile file =
        OrderFile.issued(
            Orders.order(
                OrderKind.PROTECTION_ORDER,
                Offence.DOMESTIC_VIOLENCE,
                "가정폭력처벌법 제55조의2제1항",
                from,
                at("2025-03-01T00:00")),
            List.of(new StayAway()));
    int extensions = 0;
    Instant latest = at("2027-03-01T00:00");
    TimeLimits limits =
        KOREA
            .limits(
                OrderKind.PROTECTION_ORDER, Offence.DOMESTIC_VIOLENCE, file.issued().legalBasis())
            .orElseThrow();
    while (file.endsAt().isBefore(latest)) {
      Instant next = limits.latestExtension(from, file.endsAt()).orElseThrow();
      file = file.after(file.extend(next, "court", "n", file.endsAt().minusSeconds(60), KOREA));
      extensions++;
    }
    OrderFile full = file;
    assertEquals(12, extensions, "two years by two months");
    assertEquals(latest, full.endsAt(), "three years from a leap day");
    refused("at the longest", () -> extension(full, "2027-03-02T00:00", "2027-02-20T10:00"));
  }

  @Test
  void anUnknownBasisIsNotExtended() {
    OrderFile file =
        OrderFile.issued(
            Orders.order(OrderKind.PROVISIONAL, Offence.STALKING, "Magna Carta", FROM, UNTIL),
            List.of(new StayAway()));
    refused("it can rest on", () -> extension(file, "2026-05-01T00:00", "2026-03-20T10:00"));
  }

  @Test
  void eventsKeepTheirOrder() {
    OrderFile paused = ISSUED.after(ISSUED.suspend(MIDDLE, "appeal"));
    refused("has an event at", () -> paused.resume(MIDDLE.minusSeconds(1)));
    refused("suspended since", () -> paused.suspend(MIDDLE, "twice"));
    refused("not suspended", () -> ISSUED.resume(MIDDLE));
    refused("needs to be told why", () -> ISSUED.revoke(MIDDLE, " "));
    refused("ended at", () -> ISSUED.suspend(UNTIL, "late"));
  }

  @Test
  void aHistoryThatCannotHaveHappenedIsRefused() {
    List<OrderEvent> history =
        List.of(new Revoked(MIDDLE, "over"), new Suspended(MIDDLE, "after all"));
    refused("was revoked", () -> new OrderFile(ISSUED.issued(), List.of(new StayAway()), history));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aDistanceIsMoreThanNothing(double metres) {
    assertThrows(IllegalArgumentException.class, () -> new StayAway(metres));
    assertThrows(IllegalArgumentException.class, () -> new ElectronicMonitoring(metres));
  }

  @Test
  void theUsualDistances() {
    assertEquals(100, new StayAway().metres());
    assertEquals(2000, new ElectronicMonitoring().ringMetres());
  }
}
