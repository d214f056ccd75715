package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.Deeds;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.http.HttpPeer;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.person.PersonGatewayChannel;
import org.haetae.casework.delivery.person.StepGateway;
import org.haetae.casework.delivery.text.ProtectedPersonText;
import org.haetae.casework.delivery.text.WatchStepText;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asked for a watch hears of each step, whatever the gateway does meanwhile. */
class StepRoundTest {
  private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");
  private static final CaseId CASE = new CaseId("case-1");
  private static final StationId MAPO = new StationId("mapo");
  private static final RequestKey REQUEST = new RequestKey(CASE, 1);
  private static final Contact SHARED =
      new Contact("home", Contact.Means.CALL, Locale.KOREAN, true);
  private static final Contact OWN =
      new Contact("own", Contact.Means.TEXT_MESSAGE, Locale.KOREAN, false);

  private final AtomicReference<Instant> clock = new AtomicReference<>(START);
  private final AtomicReference<HttpSender> sender = new AtomicReference<>();
  private final Plan plan = PlanReader.korea();
  private final Office office = new Office(new MemoryLedger());
  private final WatchDesk watches = new WatchDesk(office, plan.watches());
  private final CaseDesk cases = new CaseDesk(office, plan);
  private final HttpPeer peer =
      new HttpPeer(
          made -> {
            sender.set(made);
            return new PersonGatewayChannel("person", made, new ProtectedPersonText("112"));
          });
  private final Channel owner = peer.channel(Duration.ofSeconds(5));
  private final StepGateway gateway =
      new StepGateway(Objects.requireNonNull(sender.get()), new WatchStepText("112"));
  private final StepRound round = new StepRound(office, watches, gateway, clock::get);

  StepRoundTest() throws IOException {}

  @BeforeEach
  void ask() {
    watches.place(MAPO, "Mapo", new GeoPoint(37.55, 126.95), Deeds.officer(START));
    cases.open(
        CASE,
        new ProtectedPersonId("yun"),
        Set.of(),
        Offence.STALKING,
        MAPO,
        OptionalInt.empty(),
        Deeds.officer(START));
    cases.contacts(CASE, List.of(SHARED, OWN), Deeds.officer(START));
    assertEquals(1, watches.ask(CASE, MAPO, Deeds.officer(START)));
    peer.say("{\"receipt\": \"r-1\"}");
  }

  @AfterEach
  void close() {
    owner.close();
    peer.close();
  }

  private Set<RequestStep> untold() {
    return office.look(files -> files.find(CASE)).orElseThrow().request(1).untold().keySet();
  }

  private int after(Duration time) throws InterruptedException {
    clock.set(START.plus(time));
    return round.run();
  }

  @Test
  void eachStepIsToldOnceByAWayThatTheRespondentCannotSee() throws Exception {
    assertEquals(1, round.run());
    assertEquals(Set.of(), untold());
    assertEquals(0, round.run());
    String body = peer.posts().getFirst().body();
    assertTrue(body.contains("\"contact\":\"own\"") && body.contains("text-message"), body);
    assertTrue(body.contains("접수"), body);
    assertFalse(body.contains("mapo") || body.contains("case-1"), body);

    watches.close(REQUEST, RequestClosing.WITHDRAWN, "moved abroad", Deeds.officer(START));
    assertEquals(1, round.run());
    assertEquals(Set.of(), untold());
  }

  @Test
  void withoutAReceiptNobodyWasTold() throws Exception {
    int hours = 0;
    for (String answer : new String[] {"", "ok", "{}", "[]", "{\"receipt\": \" \"}", "1"}) {
      peer.say(answer);
      assertEquals(0, after(Duration.ofHours(hours++)), answer);
      assertEquals(Set.of(RequestStep.RECEIVED), untold(), answer);
    }
    peer.say("{\"receipt\": \"r-1\"}");
    assertEquals(1, after(Duration.ofHours(hours)));
  }

  @Test
  void aGatewayThatRefusesIsAskedAgainEachTimeLaterUnderTheSameKey() throws Exception {
    peer.refuse();
    assertEquals(0, round.run());
    assertEquals(0, after(Duration.ofSeconds(29)));
    assertEquals(1, peer.posts().size());
    assertEquals(0, after(Duration.ofSeconds(30)));
    assertEquals(0, after(Duration.ofSeconds(89)));
    peer.say("{\"receipt\": \"r-1\"}");
    assertEquals(1, after(Duration.ofSeconds(90)));
    assertEquals(1, Set.copyOf(peer.keys()).size());
    assertEquals(3, peer.keys().size());
  }

  @Test
  void whoHasNoSafeContactIsLeftToAPerson() throws Exception {
    cases.contacts(CASE, List.of(SHARED), Deeds.officer(START));
    assertEquals(0, round.run());
    assertEquals(List.of(), peer.posts());
    assertEquals(Set.of(RequestStep.RECEIVED), untold());
  }

  @Test
  void whatAPersonToldMeanwhileIsNoFault() throws Exception {
    var late =
        new StepRound(
            office,
            watches,
            step -> {
              watches.told(REQUEST, step.what(), "face to face", Deeds.officer(START));
              return gateway.tell(step);
            },
            clock::get);
    assertEquals(0, late.run());
    assertEquals(Set.of(), untold());
  }

  @Test
  void aCrashBeforeItWasWrittenTellsUnderTheSameKey() throws Exception {
    var lost =
        new StepRound(
            office,
            watches,
            step -> {
              var _ = gateway.tell(step);
              throw new IllegalStateException("the power fails");
            },
            clock::get);
    assertThrows(IllegalStateException.class, lost::run);
    assertEquals(1, round.run());
    assertEquals(1, Set.copyOf(peer.keys()).size());
  }
}
