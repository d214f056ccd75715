package org.haetae.casework.support;

import static org.haetae.domain.order.Offence.CHILD_ABUSE;
import static org.haetae.domain.order.Offence.ROBBERY;
import static org.haetae.domain.order.Offence.STALKING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.Deeds;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.support.Referral.Stage;
import org.haetae.casework.support.SupportFact.EndReason;
import org.haetae.casework.support.SupportFact.Ended;
import org.haetae.casework.support.SupportFact.Referred;
import org.haetae.casework.support.SupportFact.Started;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.Test;

class SupportPlanTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final SupportCatalogue KOREA = PlanReader.korea().support();

  private SupportPlan plan = SupportPlan.EMPTY;

  private static Deed day(int day) {
    return Deeds.officer(START.plus(Duration.ofDays(day)));
  }

  private Referred refer(String service, Offence offence, boolean minor, int day) {
    Referred fact = plan.refer(service, offence, minor, KOREA, day(day));
    plan = plan.after(fact);
    return fact;
  }

  private void accept(int number, int day) {
    plan = plan.after(plan.accept(number, KOREA, day(day)));
  }

  private void start(int number, int day) {
    plan = plan.after(new Started(day(day).at(), day(day).by(), number));
  }

  private void end(int number, EndReason why, String words, int day) {
    plan = plan.after(new Ended(day(day).at(), day(day).by(), number, why, words));
  }

  @Test
  void eachStepHasItsTime() {
    assertEquals(day(2).at(), refer("smile-center", STALKING, false, 0).due());
    assertEquals(
        List.of(new Referral(1, "smile-center", Stage.REFERRED, START, Optional.of(day(2).at()))),
        plan.referrals());
    accept(1, 1);
    assertEquals(Optional.of(day(8).at()), plan.referrals().getFirst().due());
    start(1, 3);
    assertEquals(Stage.STARTED, plan.referrals().getFirst().stage());
    assertEquals(Optional.empty(), plan.referrals().getFirst().due());
    end(1, EndReason.COMPLETED, "twelve sessions", 90);
    assertEquals(Stage.ENDED, plan.referrals().getFirst().stage());
  }

  @Test
  void aServiceForOthersIsRefusedWithItsSource() {
    String message =
        String.valueOf(
            assertThrows(SupportRefusal.class, () -> refer("domestic-shelter", STALKING, false, 0))
                .getMessage());
    assertTrue(message.contains("art. 7"), message);
    assertThrows(SupportRefusal.class, () -> refer("child-shelter", CHILD_ABUSE, false, 0));
    assertThrows(SupportRefusal.class, () -> refer("no-such-service", STALKING, false, 0));
    assertEquals(1, refer("child-shelter", CHILD_ABUSE, true, 0).number());
  }

  @Test
  void oneServiceIsAskedOnceUntilItHasEnded() {
    refer("smile-center", STALKING, false, 0);
    assertThrows(SupportRefusal.class, () -> refer("smile-center", STALKING, false, 1));
    end(1, EndReason.DECLINED_BY_SERVICE, "no room", 2);
    assertEquals(2, refer("smile-center", STALKING, false, 3).number());
  }

  @Test
  void noStepIsLeftOutOrTakenTwice() {
    refer("smile-center", STALKING, false, 0);
    assertThrows(SupportRefusal.class, () -> start(1, 1));
    accept(1, 1);
    assertThrows(SupportRefusal.class, () -> accept(1, 2));
    start(1, 2);
    assertThrows(SupportRefusal.class, () -> start(1, 3));
    assertThrows(SupportRefusal.class, () -> accept(1, 3));
    end(1, EndReason.COMPLETED, "done", 4);
    assertThrows(SupportRefusal.class, () -> end(1, EndReason.COMPLETED, "done", 5));
    assertThrows(SupportRefusal.class, () -> start(1, 5));
  }

  @Test
  void nothingEndsWithoutAReason() {
    refer("smile-center", STALKING, false, 0);
    assertThrows(SupportRefusal.class, () -> end(1, EndReason.DECLINED_BY_PERSON, " ", 1));
    assertEquals(Stage.REFERRED, plan.referrals().getFirst().stage());
  }

  @Test
  void aReferralThatIsNotThereIsRefused() {
    assertThrows(SupportRefusal.class, () -> accept(1, 0));
    refer("smile-center", STALKING, false, 0);
    assertThrows(SupportRefusal.class, () -> start(0, 0));
    assertThrows(SupportRefusal.class, () -> accept(2, 0));
    Referred hole = new Referred(START, day(0).by(), 3, "economic-aid", START);
    assertThrows(SupportRefusal.class, () -> plan.after(hole));
  }

  @Test
  void whatIsThereAndUnaskedIsShown() {
    assertEquals(
        List.of(
            "smile-center",
            "economic-aid",
            "state-compensation",
            "safe-lodging",
            "emergency-treatment"),
        unasked(ROBBERY));
    refer("economic-aid", ROBBERY, false, 0);
    end(1, EndReason.MOVED_ON, "abroad", 1);
    assertEquals(4, unasked(ROBBERY).size());
  }

  private List<String> unasked(Offence offence) {
    return plan.unasked(offence, false, KOREA).stream().map(SupportService::id).toList();
  }
}
