package org.haetae.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.OneTimeCode;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.account.Token;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.casework.incident.IncidentState;
import org.haetae.console.House;
import org.haetae.console.Phone;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A night at the wall, by keys alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightShiftIT {
  private static final UserId NA = new UserId("operator-na");

  /** Loose, as machines that check are busy. The goal is two seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final String PASSWORD = "a long pass phrase";

  @TempDir Path place;
  private House house;
  private RealBrowser browser;

  @BeforeAll
  void start() {
    browser = RealBrowser.start();
  }

  @AfterAll
  void end() {
    browser.close();
  }

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    house.live.site.picture = HousePages.picture();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** What the phone of somebody who has joined says half a minute later. */
  private String joined() {
    Token link = AccountDesk.invite(house.store, NA, SessionRule.standard(), house.now.get());
    byte[] secret = Phone.secret(house.accounts.welcome(link).orElseThrow().secret());
    OneTimeCode codes = new OneTimeCode();
    var _ = house.accounts.join(link, PASSWORD, codes.at(secret, house.now.get()));
    house.now.updateAndGet(now -> now.plusSeconds(30));
    return codes.at(secret, house.now.get());
  }

  private IncidentState state() {
    return house.live.incidents.newest(1).getFirst().state();
  }

  private static boolean isCall(Incident incident) {
    return incident.cause() instanceof IncidentCause.CallForHelp;
  }

  private void becomes(String user) {
    browser.becomes(house, user, "en");
  }

  @Test
  void fromTheFirstKeyToTheTrail() throws Exception {
    String code = joined();
    browser.becomes(house, "", "en");
    browser.open("/sign-in");
    browser.press(NA.value(), Keys.TAB, PASSWORD, Keys.TAB, code, Keys.ENTER);
    browser.until("location.pathname === '/wall'");
    assertTrue(browser.text().contains("No incident is open."), browser.text());
    browser.until(() -> house.live.alerts.listening() == 1, "a stream is open");
    var _ = house.live.calls(House.CASE);
    browser.until("document.querySelectorAll('[data-row]').length === 1");
    var _ =
        browser.run(
            // Without its clock the page hears of what is new by the stream or never.
            """
            document.body.addEventListener("htmx:beforeRequest", (event) => {
              const cause = event.detail.requestConfig.triggeringEvent;
              if (cause?.type !== "haetae:changed") event.preventDefault();
            });
            """);
    var _ = house.live.comes(Severity.DANGER);
    Duration shown = browser.until("document.querySelectorAll('[data-row]').length === 2");
    System.out.println("a new row stood on the wall after " + shown.toMillis() + " ms");
    assertTrue(shown.compareTo(LONGEST) < 0, shown.toString());
    assertTrue(browser.holds("document.title.startsWith('▲ 2')"));

    int before = browser.keys();
    browser.press("j");
    browser.press("a");
    browser.until("location.pathname.startsWith('/incidents/')");
    // The call for help: it stands first, whatever began when.
    var call = house.live.incidents.newest(2).stream().filter(NightShiftIT::isCall).findFirst();
    assertEquals(IncidentState.ACKNOWLEDGED, call.orElseThrow().state());
    assertTrue(browser.holds("location.pathname.endsWith('%s')".formatted(call.get().id())));
    assertTrue(browser.keys() - before <= 3, "keys: " + (browser.keys() - before));
  }

  @Test
  void gravestIsSentToByTwoAndClosedWithWords() throws Exception {
    var incident = house.live.comes(Severity.DANGER);
    becomes("operator-na");
    browser.open("/wall");
    browser.press("j");
    browser.press("d");
    browser.until("location.pathname.startsWith('/incidents/')");
    assertTrue(browser.text().contains("A second person must agree"), browser.text());
    becomes("officer-lim");
    browser.open("/incidents/" + incident.id());
    browser.press("d");
    browser.until("!document.querySelector('[data-key=d]')");
    assertEquals(IncidentState.DISPATCHED, state());
    becomes("operator-na");
    browser.open("/incidents/" + incident.id());
    browser.press("r");
    browser.press("taken away by the patrol", Keys.ENTER);
    browser.until("!document.querySelector('[data-key=r]')");
    assertEquals(IncidentState.RESOLVED, state());
    assertTrue(browser.text().contains("operator-na closes it: taken away"), browser.text());
    becomes("auditor-ji");
    browser.open("/audit?about=" + incident.id());
    assertTrue(browser.text().contains("operator-na"), browser.text());
    assertTrue(browser.text().contains("officer-lim"), browser.text());
  }

  @Test
  void aPressIsNotLostWhenTheWallIsDrawnAnew() throws Exception {
    var _ = house.live.comes(Severity.WARNING);
    becomes("operator-na");
    browser.open("/wall");
    browser.until("htmx");
    var _ =
        browser.run(
            """
            window.asked = 0;
            document.body.addEventListener("htmx:afterRequest", () => asked++);
            """);
    browser.until("asked > 0");
    browser.mouse().clickAndHold(browser.find("[data-key=a]")).perform();
    var _ = browser.run("asked = 0");
    var _ = house.live.comes(Severity.DANGER);
    browser.until("asked > 0");
    assertTrue(browser.holds("!document.querySelector('.incident.danger')"), "held too short");
    browser.mouse().release().perform();
    browser.until("location.pathname.startsWith('/incidents/')");
    assertEquals(1, house.live.acknowledged.size());
  }

  /** Where a press ends outside of the page nothing tells that it has ended. */
  @Test
  void aPressThatNeverEndsDoesNotHoldTheWallForEver() {
    becomes("operator-na");
    browser.open("/wall");
    browser.mouse().clickAndHold(browser.find("h1")).perform();
    var _ = house.live.comes(Severity.DANGER);
    browser.until("document.querySelector('[data-row]')");
    browser.mouse().release().perform();
  }

  @Test
  void languageAndLeaving() {
    becomes("operator-na");
    browser.open("/wall");
    browser.find("header form button").click();
    browser.until("document.documentElement.lang === 'ko'");
    assertEquals("/wall", browser.path());
    browser.find("header form[action='/sign-out'] button").click();
    browser.until("location.pathname === '/sign-in'");
    browser.open("/wall");
    assertEquals("/sign-in", browser.path());
  }

  @Test
  void anOpenWallGoesWhenItsSessionIsOver() {
    String session = house.session("operator-na");
    browser.signsIn(house, session, "en");
    browser.open("/wall");
    house.accounts.signOut(new Token(session));
    browser.until("location.pathname === '/sign-in'");
  }
}
