package org.haetae.casework.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRulesReaderTest {
  private static final OrderRules KOREA = OrderRulesReader.korea();

  /** A whole file, small, for a site of another country. */
  private static final String SITE =
      """
      rules: Ruritania
      version: "1"
      zone: Europe/Berlin
      first-day-counts: {value: true, source: {act: peace, article: § 1, effective: 2020-01-01}}
      acts:
        peace: {name: Peace Act}
      bases:
        - name: ban
          kind: PROVISIONAL
          offences: [STALKING]
          act: peace
          articles: [§ 2]
          longest: {term: P14D, source: {act: peace, article: § 2, effective: 2020-01-01}}
          extensions: {times: 1, each: P14D, source: {act: peace, article: § 3, effective: 2020-01-01}}
          measures: {allowed: [STAY_AWAY], source: {act: peace, article: § 2, effective: 2020-01-01}}
      """;

  private static String refusal(String from, String to) {
    String yaml = SITE.replace(from, to);
    assertFalse(yaml.equals(SITE), "the fault was put in");
    String message =
        String.valueOf(
            assertThrows(OrderRulesException.class, () -> OrderRulesReader.read("site.yaml", yaml))
                .getMessage());
    assertFalse(message.contains("\n"), message);
    assertTrue(message.startsWith("site.yaml"), message);
    return message;
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY, STALKING, Art. 4, 2026-02-01, none",
    "PROVISIONAL, STALKING, Art. 9, 2026-04-01, 2026-07-01",
    "CUSTODY_CONDITION, STALKING, Art. 9, 2026-02-01, none",
    "PROTECTION_ORDER, STALKING, Art. 17-6, 2026-04-01, 2026-07-01",
    "PROVISIONAL, DOMESTIC_VIOLENCE, Art. 29, 2026-03-01, 2026-05-01",
    "PROTECTION_ORDER, DOMESTIC_VIOLENCE, Art. 55-2, 2027-01-01, 2027-03-01",
    "PROTECTION_ORDER, DOMESTIC_VIOLENCE, Art. 40, 2026-07-01, 2027-01-01",
    "PROVISIONAL, CHILD_ABUSE, Art. 19, 2026-03-01, 2026-05-01",
    "PROTECTION_ORDER, CHILD_ABUSE, Art. 47, 2027-01-01, 2027-07-01",
    "PROTECTION_ORDER, CHILD_ABUSE, Art. 36, 2027-01-01, 2028-01-01",
    "RELEASE_CONDITION, STALKING, Art. 9, 2036-01-01, 2037-01-01",
    "RELEASE_CONDITION, MURDER, Art. 9, 2056-01-01, 2057-01-01",
  })
  void koreanTerms(OrderKind kind, Offence offence, String article, String end, String extended) {
    LegalBasis basis =
        KOREA.bases().stream()
            .filter(each -> each.covers(kind, offence))
            .filter(each -> each.citations().getFirst().text().endsWith(", " + article))
            .findFirst()
            .orElseThrow();
    TimeLimits limits = new TimeLimits(basis, KOREA.count());
    Instant from = Orders.at("2026-01-01T00:00");
    Instant first = limits.latestEnd(from).orElseThrow();
    assertEquals(Orders.at(end + "T00:00"), first);
    boolean never = basis.extensions().value().times().orElse(1) == 0;
    assertEquals(extended.equals("none"), never);
    if (!never) {
      assertEquals(
          Optional.of(Orders.at(extended + "T00:00")), limits.latestExtension(from, first));
    }
  }

  @Test
  void everyVictimisationHasABasisAndEveryKindOneToo() {
    Set<Offence> offences =
        KOREA.bases().stream().flatMap(b -> b.offences().stream()).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(Offence.class), offences);
    Set<OrderKind> kinds = KOREA.bases().stream().map(LegalBasis::kind).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(OrderKind.class), kinds);
  }

  @Test
  void noTwoBasesOfOneKindAndOffenceShareACitation() {
    for (LegalBasis basis : KOREA.bases()) {
      for (Offence offence : basis.offences()) {
        for (Citation citation : basis.citations()) {
          assertEquals(
              Optional.of(basis),
              KOREA.basis(basis.kind(), offence, citation.text()),
              citation::text);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Act on Punishment of Stalking Crimes, Art. 9 | PROVISIONAL | STALKING | provisional"
            + " measure",
        "act on punishment of stalking crimes art.9(1)2 | PROVISIONAL | STALKING | provisional"
            + " measure",
        "「스토킹범죄의 처벌 등에 관한 법률」 제9조제1항제2호 | PROVISIONAL | STALKING | provisional measure",
        "스토킹처벌법 제4조 | EMERGENCY | STALKING | urgent emergency measure",
        "가정폭력처벌법 제55조의2 제1항 | PROTECTION_ORDER | DOMESTIC_VIOLENCE | victim protection order",
        "가정폭력처벌법 제55조의4 | PROVISIONAL | DOMESTIC_VIOLENCE | temporary protection order",
      })
  void findsTheArticleThatIsCited(String cited, OrderKind kind, Offence offence, String name) {
    assertTrue(KOREA.basis(kind, offence, cited).orElseThrow().name().startsWith(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "스토킹처벌법 제9조의2 | PROVISIONAL | STALKING",
        "스토킹처벌법 제90조 | PROVISIONAL | STALKING",
        "Act on Punishment of Stalking Crimes, Art. 9-2 | PROVISIONAL | STALKING",
        "Act on Punishment of Stalking Crimes, Art. 4 | PROVISIONAL | STALKING",
        "가정폭력처벌법 제9조 | PROVISIONAL | STALKING",
      })
  void anotherArticleIsNotTaken(String cited, OrderKind kind, Offence offence) {
    assertEquals(Optional.empty(), KOREA.basis(kind, offence, cited));
  }

  @Test
  void aSiteHasItsOwnRules(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("site.yaml"), SITE);
    OrderRules rules = OrderRulesReader.read(file);
    assertEquals("Ruritania", rules.name());
    assertTrue(rules.basis(OrderKind.PROVISIONAL, Offence.STALKING, "Peace Act, § 2").isPresent());
    assertThrows(OrderRulesException.class, () -> OrderRulesReader.read(dir.resolve("none.yaml")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "times: 1 | tmies: 1 | bases[0].extensions.tmies is not known here; the keys are times,"
            + " each, total, until, source",
        "version: \"1\" | vresion: \"1\" | vresion is not known",
        "P14D, source | -P14D, source | bases[0].longest.term is refused: a term must be longer"
            + " than nothing",
        "P14D, source | P0D, source | bases[0].longest.term is refused: a term must be longer than"
            + " nothing",
        "P14D, source | two weeks, source | bases[0].longest.term must be a term such as P3M",
        "{term: P14D, source: {act: peace, article: § 2, effective: 2020-01-01}} | {term: P14D} |"
            + " bases[0].longest.source is missing",
        "{act: peace, article: § 3, effective: 2020-01-01} | {act: peace, effective: 2020-01-01} |"
            + " bases[0].extensions.source.article is missing",
        "{act: peace, article: § 3, effective: 2020-01-01} | {act: war, article: § 3, effective:"
            + " 2020-01-01} | names the act \"war\", which is not under acts: peace",
        "article: § 3, effective: 2020-01-01 | article: § 3, effective: 2020-13-01 |"
            + " bases[0].extensions.source.effective must be a date",
        "article: § 3, effective: 2020-01-01 | article: § 3, effective: 2020-01-01, verified: false"
            + " | must say under check what to look up",
        "article: § 3, effective: 2020-01-01 | article: § 3, effective: 2020-01-01, check: all |"
            + " must say verified: false",
        "kind: PROVISIONAL | kind: PROVISORY | bases[0].kind must be one of [EMERGENCY,"
            + " PROVISIONAL",
        "[STALKING] | [] | bases[0].offences must be a list with at least one entry",
        "[STAY_AWAY] | [STAY] | bases[0].measures.allowed[0] must be one of [STAY_AWAY",
        "times: 1 | times: -1 | number of extensions must be 0 or more",
        "times: 1 | times: many | bases[0].extensions.times must be a whole number",
        "value: true | value: perhaps | first-day-counts.value must be true or false",
        "Europe/Berlin | Europe/Strelsau | zone must be a time zone",
        "term: P14D | until: later, term: P14D | either a term or",
        "rules: Ruritania | rules: Ruritania, rules: again | is not YAML",
        "kind: PROVISIONAL | '   name: twice' | is not YAML",
      })
  void aFaultIsToldWithItsPlace(String from, String to, String saying) {
    String message = refusal(from, to);
    assertTrue(message.contains(saying), message);
  }

  @Test
  void whatIsNoRulesFileIsRefused() {
    for (String yaml : new String[] {"", "- a", "42", "rules: [", "rules: &a [*a]"}) {
      assertThrows(OrderRulesException.class, () -> OrderRulesReader.read("site.yaml", yaml), yaml);
    }
  }
}
