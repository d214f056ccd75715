package org.haetae.console.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.casefile.CaseFact;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.cover.Owner;
import org.haetae.casework.inspection.Check;
import org.haetae.casework.inspection.InspectionFact;
import org.haetae.casework.inspection.Seen;
import org.haetae.casework.release.Confirmation;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseFact;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.MeasureSuggested;
import org.haetae.casework.risk.Question;
import org.haetae.casework.risk.RiskFact;
import org.haetae.casework.staff.Role;
import org.haetae.casework.support.Referral;
import org.haetae.casework.support.SupportFact;
import org.haetae.casework.support.SupportKind;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestFact;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.WatchFact;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern KEY = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        Words.BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertEquals(bundle(Locale.KOREAN).keySet(), bundle(Locale.ENGLISH).keySet());
  }

  @Test
  void bothLanguagesPutTheSamePartsIn() {
    Pattern part = Pattern.compile("\\{(\\d)");
    for (String key : bundle(Locale.KOREAN).keySet()) {
      assertEquals(
          parts(part, bundle(Locale.KOREAN).getString(key)),
          parts(part, bundle(Locale.ENGLISH).getString(key)),
          key);
    }
  }

  private static Set<String> parts(Pattern part, String text) {
    return new TreeSet<>(part.matcher(text).results().map(MatchResult::group).toList());
  }

  @Test
  void noSentenceHasAnApostropheThatItsPatternWouldSwallow() {
    for (Locale locale : Words.SPOKEN) {
      for (String key : bundle(locale).keySet()) {
        assertFalse(bundle(locale).getString(key).contains("'"), key);
      }
    }
  }

  @Test
  void everyConstantAndFactHasWords() {
    Set<String> missing = new TreeSet<>();
    Set<String> known = bundle(Locale.KOREAN).keySet();
    Stream.of(
            RiskGrade.values(),
            Severity.values(),
            Offence.values(),
            Answer.values(),
            Question.About.values(),
            MeasureSuggested.values(),
            Check.values(),
            Seen.Result.values(),
            Referral.Stage.values(),
            SupportKind.values(),
            SupportFact.EndReason.values(),
            RequestStep.values(),
            RequestClosing.values(),
            WatchState.values(),
            CustodyKind.values(),
            Recipient.values(),
            Outcome.values(),
            Confirmation.values(),
            AuditAct.values(),
            AuditActor.Kind.values(),
            AuditSubject.Kind.values(),
            Role.values(),
            Owner.values(),
            GapKind.values())
        .flatMap(Arrays::stream)
        .map(Words::key)
        .filter(key -> !known.contains(key))
        .forEach(missing::add);
    for (GapKind kind : GapKind.values()) {
      if (!known.contains(Words.key(kind) + ".do")) {
        missing.add(Words.key(kind) + ".do");
      }
    }
    List.of(
            CaseFact.class,
            RiskFact.class,
            RequestFact.class,
            WatchFact.class,
            ReleaseFact.class,
            InspectionFact.class,
            SupportFact.class)
        .forEach(
            family ->
                Arrays.stream(family.getPermittedSubclasses())
                    .map(fact -> family.getSimpleName() + "." + fact.getSimpleName())
                    .filter(key -> known.stream().noneMatch(one -> one.startsWith(key)))
                    .forEach(missing::add));
    assertEquals(Set.of(), missing);
  }

  @Test
  void whatPagesSayIsInTheBundle() throws IOException {
    Set<String> said = new TreeSet<>();
    for (Path folder : List.of(TEMPLATES, SOURCES)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          KEY.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
        }
      }
    }
    assertTrue(said.size() > 100, "the keys of pages are not found any more: " + said.size());
    said.removeAll(bundle(Locale.KOREAN).keySet());
    assertEquals(Set.of(), said);
  }

  @Test
  void theReadersLanguageIsSpokenAndKoreanOtherwise() {
    assertEquals("en", Words.of("en-GB,en;q=0.8", SEOUL).language());
    assertEquals("ko", Words.of("ko-KR", SEOUL).language());
    assertEquals("ko", Words.of("fr", SEOUL).language());
    assertEquals("ko", Words.of("en;q=bogus,,", SEOUL).language());
    assertEquals("ko", Words.of(null, SEOUL).language());
  }

  @Test
  void timesAreThoseOfTheZone() {
    Instant midnight = Instant.parse("2026-11-26T15:00:00Z");
    assertEquals("2026-11-27 00:00", Words.of("en", SEOUL).at(midnight));
    assertEquals(
        "1 d 2 h", Words.of("en", SEOUL).between(midnight, midnight.plusSeconds(26 * 3600 + 59)));
    assertEquals("0 min", Words.of("en", SEOUL).between(midnight, midnight.minusSeconds(5)));
  }
}
