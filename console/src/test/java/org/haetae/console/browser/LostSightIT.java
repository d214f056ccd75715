package org.haetae.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.haetae.console.House;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.health.CameraState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a wall says when it sees nothing, and how little when all stays as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostSightIT {
  private static final String BANNER = "document.querySelector('.lost').checkVisibility()";
  private static final String PICTURES =
      "document.querySelectorAll('img[data-camera][src]').length";

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
    browser.becomes(house, "operator-na", "en");
    browser.open("/wall");
    browser.until(PICTURES + " === 2");
    assertTrue(browser.holds("!" + BANNER));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aHouseThatIsGone() {
    house.cut();
    browser.until(BANNER);
    browser.until(PICTURES + " === 0");
    assertTrue(browser.number("document.querySelector('.lost').offsetWidth") > 1000);
  }

  @Test
  void aHouseThatAnswersNothing() {
    CountDownLatch gate = new CountDownLatch(1);
    house.live.site.gate = gate;
    try {
      browser.until(BANNER);
    } finally {
      gate.countDown();
    }
    browser.until("!" + BANNER);
  }

  @Test
  void aCameraThatStallsIsCovered() {
    house.live.site.door = CameraState.STALLED;
    browser.until("document.querySelector('#camera-door .say')");
    browser.until("!document.querySelector('#picture-door[src]')");
    assertEquals(
        browser.number("document.querySelector('#camera-door .view').clientHeight"),
        browser.number("document.querySelector('#camera-door .say').clientHeight"));
    assertTrue(browser.text().contains("nothing came for"), browser.text());
    house.live.site.door = CameraState.LIVE;
    browser.until("document.querySelector('#picture-door[src]')");
  }

  @Test
  void onlyWhatIsNewIsReadOut() {
    var _ =
        browser.run(
            """
            window.said = [];
            window.asked = 0;
            const spoken = document.getElementById("spoken");
            new MutationObserver(() => said.push(spoken.textContent))
                .observe(spoken, {childList: true, characterData: true, subtree: true});
            window.drawn = 0;
            document.body.addEventListener("htmx:afterRequest", () => asked++);
            document.body.addEventListener("htmx:afterSwap", () => drawn++);
            """);
    browser.until("asked >= 1");
    var _ = browser.run("drawn = 0; asked = 0");
    browser.until("asked >= 2");
    assertEquals(0, browser.number("drawn"));
    assertEquals(0, browser.number("said.length"));
    var _ = house.live.comes(Severity.DANGER);
    browser.until("said.length === 1");
    assertTrue(browser.holds("said[0].includes('respondent-han is near')"));
    house.live.site.door = CameraState.STALLED;
    browser.until("document.querySelector('#camera-door .say')");
    assertEquals(1, browser.number("said.length"));
    assertEquals(0, browser.number("document.querySelectorAll('#now [aria-live]').length"));
  }
}
