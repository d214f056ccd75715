package org.haetae.casework.delivery.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class CapDocumentTest {
  private static final CapSource SOURCE =
      new CapSource("haetae@station.example", "Station", "the station's control room");

  @Test
  void everyNoticeKeepsTheStandardsRules() throws Exception {
    for (Notice notice : notices()) {
      CapRules.check(CapDocument.of(notice, SOURCE));
    }
  }

  /** For whoever has OASIS' schema at hand: {@code -Dhaetae.cap.schema=CAP-v1.2.xsd}. */
  @Test
  void everyNoticeIsValidAgainstTheSchema() throws Exception {
    String file = System.getProperty("haetae.cap.schema", "");
    assumeTrue(!file.isEmpty(), "OASIS' schema is not part of this repository");
    SchemaFactory schemas = SchemaFactory.newDefaultInstance();
    schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var validator = schemas.newSchema(new File(file)).newValidator();
    for (Notice notice : notices()) {
      validator.validate(
          new StreamSource(new ByteArrayInputStream(CapDocument.of(notice, SOURCE))));
    }
  }

  private static List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      notices.add(SampleNotices.threat(severity));
    }
    notices.add(SampleNotices.sos());
    notices.add(SampleNotices.bareSos());
    notices.add(SampleNotices.technical(false));
    notices.add(SampleNotices.technical(true));
    notices.add(new Notice.Technical(new UUID(1, 1), Instant.EPOCH, "empty", List.of(), false));
    notices.add(SampleNotices.canary());
    return notices;
  }

  @Test
  void saysAThreatInCapsTerms() throws Exception {
    Notice.Threat threat = SampleNotices.threat();
    Element alert = CapRules.check(CapDocument.of(threat, SOURCE));
    assertEquals(threat.key().toString(), CapRules.text(alert, "identifier"));
    assertEquals("2026-03-01T02:00:00-00:00", CapRules.text(alert, "sent"));
    assertEquals("Actual", CapRules.text(alert, "status"));
    assertEquals("Restricted", CapRules.text(alert, "scope"));
    assertEquals(threat.incident().toString(), CapRules.text(alert, "incidents"));
    assertEquals("Immediate", CapRules.text(alert, "urgency"));
    assertEquals("Extreme", CapRules.text(alert, "severity"));
    assertEquals("Likely", CapRules.text(alert, "certainty"));
    assertEquals("home", CapRules.text(alert, "areaDesc"));
    String all = alert.getTextContent();
    assertFalse(all.contains("respondent-han"));
    assertEquals(0, alert.getElementsByTagNameNS("*", "circle").getLength());
  }

  @Test
  void saysWhereSomebodyCallsForHelp() throws Exception {
    Notice.Sos sos = SampleNotices.sos();
    Element alert = CapRules.check(CapDocument.of(sos, SOURCE));
    assertEquals("Safety", CapRules.text(alert, "category"));
    assertEquals("Immediate", CapRules.text(alert, "urgency"));
    assertEquals("Extreme", CapRules.text(alert, "severity"));
    assertEquals("Actual", CapRules.text(alert, "status"));
    assertEquals(sos.incident().toString(), CapRules.text(alert, "incidents"));
    assertEquals("2026-03-01T01:59:58-00:00", CapRules.text(alert, "onset"));
    assertEquals("37.56650,126.97800 0.1", CapRules.text(alert, "circle"));
    assertEquals("near home", CapRules.text(alert, "areaDesc"));
    assertTrue(CapRules.text(alert, "description").contains("measured 45 s before the call"));
    Element bare = CapRules.check(CapDocument.of(SampleNotices.bareSos(), SOURCE));
    assertEquals(0, bare.getElementsByTagNameNS("*", "circle").getLength());
    assertEquals("where the watch is", CapRules.text(bare, "areaDesc"));
  }

  @Test
  void aRehearsalIsAnExerciseAndATechnicalAlarmConcernsTheSystem() throws Exception {
    Element canary = CapRules.check(CapDocument.of(SampleNotices.canary(), SOURCE));
    assertEquals("Exercise", CapRules.text(canary, "status"));
    Element technical = CapRules.check(CapDocument.of(SampleNotices.technical(true), SOURCE));
    assertEquals("System", CapRules.text(technical, "status"));
    assertEquals("AllClear", CapRules.text(technical, "responseType"));
  }

  @Test
  void whateverStandsInACodeTheDocumentIsXml() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Notice odd =
          new Notice.Technical(
              new UUID(random.nextLong(), random.nextLong()),
              Instant.ofEpochSecond(random.nextInt()),
              odd(random),
              List.of(odd(random), "]]>", "<&>\u0000\uD800"),
              random.nextBoolean());
      byte[] document = CapDocument.of(odd, SOURCE);
      CapRules.check(document);
      assertTrue(new String(document, StandardCharsets.UTF_8).endsWith("</alert>"));
    }
  }

  private static String odd(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a,b", "a<b", "a&b", "a\tb"})
  void aSenderThatCapForbidsIsRefused(String sender) {
    assertThrows(IllegalArgumentException.class, () -> new CapSource(sender, "Station", "police"));
  }
}
