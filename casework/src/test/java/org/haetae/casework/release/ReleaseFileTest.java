package org.haetae.casework.release;

import static org.haetae.casework.release.Recipient.OFFICER_IN_CHARGE;
import static org.haetae.casework.release.Recipient.PROTECTED_PERSON;
import static org.haetae.casework.release.Releases.CASE;
import static org.haetae.casework.release.Releases.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.Deeds;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFact.Confirmed;
import org.haetae.casework.release.ReleaseFact.NoticeRefused;
import org.haetae.casework.release.ReleaseFact.RefusalReviewed;
import org.haetae.casework.release.ReleaseFact.WrongPin;
import org.haetae.casework.staff.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFileTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final NoticeRule RULE = Releases.rule(ZoneId.of("Asia/Seoul"));

  private ReleaseFile file = reported(ReleaseFile.EMPTY, "report-1", 0);

  private static Instant at(long minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Deed deed(long minute) {
    return Deeds.officer(at(minute));
  }

  private static ReleaseFile reported(ReleaseFile file, String key, long minute) {
    return file.after(
        file.report(Releases.event(key, at(60)), Deeds.officer(at(minute))).orElseThrow());
  }

  private void tried(Recipient to, Outcome outcome, long minute) {
    file = file.after(Releases.attempt(1, to, outcome, at(minute)));
  }

  private void saidInPerson(int number, Recipient to, long minute) {
    file =
        file.after(
            new Confirmed(
                at(minute), deed(minute).by(), number, to, Confirmation.IN_PERSON, "nodded"));
  }

  private void refused(long minute) {
    file = file.after(new NoticeRefused(at(minute), deed(minute).by(), "wants no calls"));
  }

  private void reviewed(boolean stillRefuses, long minute) {
    file = file.after(new RefusalReviewed(at(minute), deed(minute).by(), stillRefuses));
  }

  private ReleaseFact given(Recipient to, String code, long minute) {
    ReleaseFact fact = file.confirm(CASE, 1, to, code, PIN, RULE, deed(minute));
    file = file.after(fact);
    return fact;
  }

  private Optional<Instant> next(int number, Recipient to) {
    return file.find(number).nextAttempt(to, RULE);
  }

  @Test
  void bothAreTriedAtOnce() {
    assertEquals(Optional.of(at(0)), next(1, PROTECTED_PERSON));
    assertEquals(Optional.of(at(0)), next(1, OFFICER_IN_CHARGE));
    assertEquals(at(24 * 60), file.find(1).inPersonDue(RULE));
  }

  @ParameterizedTest
  @CsvSource({"UNANSWERED, 30", "FAILED, 30", "ANSWERED, 120"})
  void whoHasNotConfirmedIsTriedAgain(Outcome outcome, long minutes) {
    tried(PROTECTED_PERSON, outcome, 7);
    assertEquals(Optional.of(at(7 + minutes)), next(1, PROTECTED_PERSON));
    assertEquals(Optional.of(at(0)), next(1, OFFICER_IN_CHARGE), "each for itself");
  }

  @Test
  void theLastAttemptCounts() {
    tried(PROTECTED_PERSON, Outcome.ANSWERED, 0);
    tried(PROTECTED_PERSON, Outcome.UNANSWERED, 120);
    assertEquals(Optional.of(at(150)), next(1, PROTECTED_PERSON));
    assertEquals(
        Optional.of(2),
        Optional.ofNullable(file.find(1).tellings().get(PROTECTED_PERSON)).map(Telling::attempts));
  }

  @Test
  void theCodeGivenBackEndsIt() {
    String code = PIN.code(CASE, "report-1", PROTECTED_PERSON);
    assertInstanceOf(Confirmed.class, given(PROTECTED_PERSON, code, 5));
    assertEquals(Optional.empty(), next(1, PROTECTED_PERSON));
    assertEquals(Set.of(OFFICER_IN_CHARGE), file.find(1).unconfirmed().keySet());
    tried(PROTECTED_PERSON, Outcome.ANSWERED, 6);
    assertEquals(Optional.empty(), next(1, PROTECTED_PERSON));
    assertThrows(ReleaseRefusal.class, () -> given(PROTECTED_PERSON, code, 6));
    assertThrows(ReleaseRefusal.class, () -> saidInPerson(1, PROTECTED_PERSON, 6));
  }

  @Test
  void saidFaceToFaceItEndsWithAProofOnly() {
    assertThrows(
        ReleaseRefusal.class,
        () ->
            file.after(
                new Confirmed(
                    at(1), deed(1).by(), 1, PROTECTED_PERSON, Confirmation.IN_PERSON, " ")));
    saidInPerson(1, PROTECTED_PERSON, 1);
    assertEquals(Optional.empty(), next(1, PROTECTED_PERSON));
  }

  @Test
  void anotherCodeConfirmsNothing() {
    assertInstanceOf(
        WrongPin.class, given(PROTECTED_PERSON, PIN.code(CASE, "report-1", OFFICER_IN_CHARGE), 1));
    assertInstanceOf(
        WrongPin.class, given(PROTECTED_PERSON, PIN.code(CASE, "report-2", PROTECTED_PERSON), 2));
    assertEquals(Optional.of(at(0)), next(1, PROTECTED_PERSON), "still to be tried");
  }

  @Test
  void afterThreeWrongCodesOnlyAnOfficerConfirms() {
    guessThrice();
    String right = PIN.code(CASE, "report-1", PROTECTED_PERSON);
    assertThrows(ReleaseRefusal.class, () -> given(PROTECTED_PERSON, right, 4));
    assertInstanceOf(
        Confirmed.class,
        given(OFFICER_IN_CHARGE, PIN.code(CASE, "report-1", OFFICER_IN_CHARGE), 5),
        "the officer's own code is another matter");
    saidInPerson(1, PROTECTED_PERSON, 6);
    assertEquals(Set.of(), file.find(1).unconfirmed().keySet());
  }

  /** Else a refusal that is taken back would give three more guesses, and so on. */
  @Test
  void wrongCodesAreNotForgottenWithARefusal() {
    guessThrice();
    refused(10);
    reviewed(false, 20);
    String right = PIN.code(CASE, "report-1", PROTECTED_PERSON);
    assertThrows(ReleaseRefusal.class, () -> given(PROTECTED_PERSON, right, 30));
  }

  private void guessThrice() {
    String wrong = Releases.wrong(PIN.code(CASE, "report-1", PROTECTED_PERSON));
    for (int guess = 1; guess <= 3; guess++) {
      assertInstanceOf(WrongPin.class, given(PROTECTED_PERSON, wrong, guess));
    }
  }

  @Test
  void whoRefusesIsToldNothingMoreButTheOfficerIs() {
    refused(3);
    file = reported(file, "report-2", 5);
    for (int number = 1; number <= 2; number++) {
      assertEquals(Optional.empty(), next(number, PROTECTED_PERSON));
      assertEquals(Set.of(OFFICER_IN_CHARGE), file.find(number).unconfirmed().keySet());
    }
    assertEquals(Optional.of(at(5)), next(2, OFFICER_IN_CHARGE));
    tried(PROTECTED_PERSON, Outcome.ANSWERED, 6);
    assertEquals(Optional.empty(), next(2, PROTECTED_PERSON));
    assertThrows(ReleaseRefusal.class, () -> given(PROTECTED_PERSON, "123456", 6));
    assertThrows(
        ReleaseRefusal.class,
        () -> file.after(new NoticeRefused(at(6), deed(6).by(), "")),
        "without the person's words");
  }

  @Test
  void whoTakesTheRefusalBackIsToldOfWhatIsUnconfirmed() {
    saidInPerson(1, PROTECTED_PERSON, 1);
    file = reported(file, "report-2", 2);
    file = file.after(Releases.attempt(2, PROTECTED_PERSON, Outcome.ANSWERED, at(2)));
    refused(3);
    file = reported(file, "report-3", 4);
    reviewed(false, 10);
    assertEquals(Optional.empty(), file.refusedSince());
    assertEquals(Optional.empty(), next(1, PROTECTED_PERSON), "what was confirmed stays so");
    assertEquals(Optional.of(at(2)), next(2, PROTECTED_PERSON), "at once, not two hours later");
    assertEquals(Optional.of(at(4)), next(3, PROTECTED_PERSON));
  }

  @Test
  void aRefusalIsAskedAboutAgainAndAgain() {
    assertThrows(ReleaseRefusal.class, () -> reviewed(true, 1));
    refused(0);
    assertEquals(
        Optional.of(START.plus(Duration.ofDays(90))), file.refusedSince().map(RULE::reviewDue));
    reviewed(true, 60);
    assertEquals(Optional.of(at(60)), file.refusedSince());
    assertEquals(Optional.empty(), next(1, PROTECTED_PERSON));
  }

  @Test
  void theSameReportTwiceIsOne() {
    assertEquals(Optional.empty(), file.report(Releases.event("report-1", at(99)), deed(3)));
    assertEquals(2, reported(file, "report-2", 4).notices().getLast().number());
    assertThrows(IllegalArgumentException.class, () -> Releases.event(" ", at(0)));
  }

  @Test
  void aNoticeThatIsNotThereIsRefused() {
    assertThrows(ReleaseRefusal.class, () -> file.find(0));
    Attempted attempt = Releases.attempt(2, PROTECTED_PERSON, Outcome.ANSWERED, at(1));
    assertThrows(ReleaseRefusal.class, () -> file.after(attempt));
    var hole =
        reported(file, "report-2", 1)
            .report(Releases.event("report-3", at(2)), deed(2))
            .orElseThrow();
    assertThrows(ReleaseRefusal.class, () -> file.after(hole));
  }
}
