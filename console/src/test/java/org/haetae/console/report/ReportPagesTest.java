package org.haetae.console.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.sight.BlindSpell;
import org.haetae.casework.sight.Blindness;
import org.haetae.console.Browser;
import org.haetae.console.House;
import org.haetae.console.StillSite;
import org.haetae.console.site.Measurement;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.health.CameraState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who was not there can follow each alert of a month. */
class ReportPagesTest {
  @TempDir Path place;
  private House house;
  private Browser supervisor;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    supervisor = house.browser("supervisor-oh", "en");
  }

  @AfterEach
  void close() {
    supervisor.close();
    house.close();
  }

  private String page(String query) throws Exception {
    HttpResponse<String> answer = supervisor.get("/reports" + query);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void eachAlertStandsWithItsOrderItsReasonsAndItsErrorRate() throws Exception {
    house.live.measured = StillSite.RECORDINGS.of("net@1", 1e-4);
    Incident incident = house.live.comes(Severity.DANGER);
    String at = "/incidents/" + incident.id();
    assertEquals(303, supervisor.post(at + "/acknowledge", Map.of()).statusCode());
    assertEquals(
        303, supervisor.post(at + "/false-alarm", Map.of("reason", "ANOTHER_PERSON")).statusCode());
    String page = page("");
    assertTrue(page.contains("provisional measure 2026-&lt;117&gt; of Seoul Central"), page);
    assertTrue(page.contains("against respondent-han"), page);
    assertTrue(page.contains("score 0.610, needed 0.480"), page);
    assertTrue(page.contains("sum 12.0, needed 10.0"), page);
    assertTrue(page.contains("target 1 in 10,000 strangers passing, 2 looked for"), page);
    assertTrue(page.contains("on 1970-01-01, 0 of 900 tracks"), page);
    assertTrue(page.contains("of these, false alarm: another person"), page);
    assertTrue(page.contains("In 1 of 1 closed approaches"), page);
    assertTrue(page.contains("in 2.5 to 100.0 %"), page);
    assertTrue(page.contains("Nobody has measured the whole pipeline"), page);
    assertFalse(page.contains(".jpg"), "no faces");
  }

  @Test
  void whatIsMeasuredNowStandsBesidesWhatWasKnownThen() throws Exception {
    var _ = house.live.comes(Severity.NOTICE);
    house.live.site.recordings = new Measurement.Known<>(StillSite.RECORDINGS);
    String page = page("");
    assertTrue(page.contains("1 in 10,000 (set)"), page);
    assertTrue(page.contains("not measured then"), page);
  }

  @Test
  void aMonthIsThatOfTheSitesZone() throws Exception {
    var _ = house.live.comes(Severity.DANGER);
    YearMonth month = YearMonth.from(house.now.get().atZone(ZoneId.of("Asia/Seoul")));
    assertTrue(page("?month=" + month).contains("needed 0.480"));
    for (YearMonth other : List.of(month.minusMonths(1), month.plusMonths(1))) {
      assertTrue(page("?month=" + other).contains("Nothing began in this month."));
    }
    assertEquals(400, supervisor.get("/reports?month=july").statusCode());
  }

  @Test
  void itSaysWhenNobodyCouldSee() throws Exception {
    assertTrue(page("").contains("Nothing was recorded of this time"));
    String site = house.live.site.name();
    Instant now = house.now.get();
    Blindness covered = new Blindness.OfCamera(StillSite.DOOR, CameraState.BLACK);
    Instant start = now.minusSeconds(1_000);
    house.store.run(
        in -> {
          in.sight().put(site, new BlindSpell(new Blindness.OfSite(), start, Optional.of(start)));
          in.sight()
              .put(
                  site,
                  new BlindSpell(
                      covered, now.minusSeconds(500), Optional.of(now.minusSeconds(377))));
        });
    String page = page("");
    assertTrue(page.contains("door: blind for a minute or longer"), page);
    assertTrue(page.contains(" · black or covered</li>"), page);
    assertTrue(page.contains("<td class=\"number\">87.70 %</td><td class=\"number\">1</td>"), page);
    assertTrue(
        page.contains("<td class=\"number\">100.00 %</td><td class=\"number\">0</td>"), page);
    assertFalse(page.contains("yard: blind"), page);
  }

  @Test
  void thatItWasReadIsInTheTrail() throws Exception {
    Incident incident = house.live.comes(Severity.DANGER);
    String page = page("");
    assertTrue(page.contains("The audit trail stood at entry"), page);
    List<AuditSubject> read =
        house.store.read(in -> in.audit().after(0, 9999)).stream()
            .map(record -> record.entry().note().subject())
            .toList();
    assertTrue(read.contains(AuditSubject.of(incident.id())), read.toString());
  }
}
