package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.CaseRefusal;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseClosingTest {
  private static final Instant NOW = Instant.parse("2028-02-29T03:00:00Z");
  private static final StationId JONGNO = new StationId("jongno");
  private static final CaseId ONE = new CaseId("one");
  private static final CaseId TWO = new CaseId("two");
  private static final CaseId AGAIN = new CaseId("again");
  private static final WatchSerial W1 = new WatchSerial("w1");
  private static final RequestKey OF_ONE = new RequestKey(ONE, 1);

  private final Desks desks = Desks.over(new MemoryLedger(), PlanReader.korea());

  @BeforeEach
  void twoAskForOneWatch() {
    desks.watches().place(JONGNO, "Jongno", new GeoPoint(37.57, 126.98), at(0));
    desks.watches().receive(W1, JONGNO, "model", "1.0", at(1));
    open(ONE, "kang");
    open(TWO, "na");
    desks.watches().ask(ONE, JONGNO, at(3));
    desks.watches().ask(TWO, JONGNO, at(4));
  }

  @Test
  void theWatchThatWasKeptGoesToWhoIsNext() {
    assertTrue(file(TWO).request(1).waits());

    desks.cases().close(ONE, "moved abroad", at(5));

    assertEquals(Optional.of(W1), file(TWO).request(1).watch());
  }

  @Test
  void theWatchThatThePersonHasMustComeBackFirst() {
    desks.watches().issue(OF_ONE, new Handing("card", true, true), at(5));

    assertThrows(CaseRefusal.class, () -> desks.cases().close(ONE, "moved abroad", at(6)));

    assertTrue(file(ONE).open());
    desks.watches().returned(W1, JONGNO, at(7));
    desks.cases().close(ONE, "moved abroad", at(8));
    assertFalse(file(ONE).open());
  }

  @Test
  void aWatchThatWasLostHoldsNoCaseOpen() {
    desks.watches().issue(OF_ONE, new Handing("card", true, true), at(5));
    desks.watches().lost(W1, "on the train", at(6));

    desks.cases().close(ONE, "moved abroad", at(7));

    assertFalse(file(ONE).open());
    desks.watches().found(W1, JONGNO, at(8));
    assertEquals(Optional.of(W1), file(TWO).request(1).watch());
  }

  @Test
  void nobodyIsProtectedByTwoCasesBecauseOneIsOpenedAgain() {
    desks.cases().close(ONE, "moved abroad", at(5));
    open(AGAIN, "kang");

    CaseRefusal refusal =
        assertThrows(CaseRefusal.class, () -> desks.cases().reopen(ONE, "came back", at(7)));

    assertEquals("kang is protected by case again already", refusal.getMessage());
    desks.cases().close(AGAIN, "opened by mistake", at(8));
    desks.cases().reopen(ONE, "came back", at(9));
    assertTrue(file(ONE).open());
  }

  private void open(CaseId id, String person) {
    desks
        .cases()
        .open(
            id,
            new ProtectedPersonId(person),
            Set.of(),
            Offence.STALKING,
            JONGNO,
            OptionalInt.empty(),
            at(2));
  }

  private CaseFile file(CaseId id) {
    return desks.office().look(files -> files.find(id).orElseThrow());
  }

  private static Deed at(int minutes) {
    return new Deed(
        new Actor(new UserId("kim"), Role.SUPERVISOR), NOW.plus(Duration.ofMinutes(minutes)));
  }
}
