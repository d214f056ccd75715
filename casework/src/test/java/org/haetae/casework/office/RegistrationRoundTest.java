package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.Deeds;
import org.haetae.casework.delivery.emergency.EmergencyHttp;
import org.haetae.casework.delivery.emergency.EmergencyRoom;
import org.haetae.casework.delivery.http.HttpPeer;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.Watch;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watch that is handed over is registered, whatever the emergency system does meanwhile. */
class RegistrationRoundTest {
  private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");
  private static final CaseId CASE = new CaseId("case-1");
  private static final StationId MAPO = new StationId("mapo");
  private static final WatchSerial WATCH = new WatchSerial("sw-7");

  private final AtomicReference<Instant> clock = new AtomicReference<>(START);
  private final Plan plan = PlanReader.korea();
  private final Office office = new Office(new MemoryLedger());
  private final WatchDesk watches = new WatchDesk(office, plan.watches());
  private final EmergencyRoom room = new EmergencyRoom();
  private final EmergencyHttp client = room.client(HttpPeer.SIGNATURE);
  private RegistrationRound round = round();

  RegistrationRoundTest() throws IOException {
    watches.place(MAPO, "Mapo", new GeoPoint(37.55, 126.95), Deeds.officer(START));
    watches.receive(WATCH, MAPO, "SW-2", "1", Deeds.officer(START));
    new CaseDesk(office, plan)
        .open(
            CASE,
            new ProtectedPersonId("yun"),
            Set.of(new RespondentId("han")),
            Offence.STALKING,
            MAPO,
            OptionalInt.empty(),
            Deeds.officer(START));
    int number = watches.ask(CASE, MAPO, Deeds.officer(START));
    watches.issue(
        new RequestKey(CASE, number), new Handing("passport", true, true), Deeds.officer(START));
  }

  @AfterEach
  void close() {
    client.close();
    room.close();
  }

  private RegistrationRound round() {
    return new RegistrationRound(office, watches, client, clock::get);
  }

  private Optional<String> number() {
    return office.look(
        files -> files.watch(WATCH).flatMap(Watch::holding).flatMap(Holding::registration));
  }

  private int after(Duration time) throws InterruptedException {
    clock.set(START.plus(time));
    return round.run();
  }

  @Test
  void theConfirmationIsKeptAndNobodyIsAskedAgain() throws Exception {
    assertEquals(1, round.run());
    assertEquals(0, round.run());
    assertEquals(Optional.of("112-1"), number());
    assertEquals(1, room.numbers().size());
  }

  @Test
  void aSystemThatIsDownIsAskedAgainEachTimeLater() throws Exception {
    room.answer(503);
    assertEquals(0, round.run());
    room.answer(200);
    assertEquals(0, after(Duration.ofSeconds(29)));
    assertEquals(1, after(Duration.ofSeconds(30)));
    assertEquals(Optional.of("112-1"), number());
  }

  @Test
  void whatIsNoConfirmationRegistersNothing() throws Exception {
    int seconds = 0;
    for (String answer : new String[] {"{}", "<html>", "{\"confirmation\": \" \"}", "[]", "1"}) {
      room.answer(answer);
      assertEquals(0, after(Duration.ofSeconds(seconds += 3600)), answer);
      assertEquals(Optional.empty(), number());
    }
    room.answer("x".repeat(1 << 20));
    assertEquals(0, after(Duration.ofSeconds(seconds += 3600)), "a long answer");
    room.answer("");
    assertEquals(1, after(Duration.ofSeconds(seconds + 3600)));
  }

  @Test
  void aCrashBeforeTheNumberWasWrittenAsksForTheSame() throws Exception {
    var lost =
        new RegistrationRound(
            office,
            watches,
            registration -> {
              var _ = client.register(registration);
              throw new IllegalStateException("the power fails");
            },
            clock::get);
    assertThrows(IllegalStateException.class, lost::run);

    round = round();
    assertEquals(1, round.run());
    assertEquals(1, room.numbers().size(), "one registration");
    assertTrue(room.numbers().containsValue(number().orElseThrow()));
  }
}
