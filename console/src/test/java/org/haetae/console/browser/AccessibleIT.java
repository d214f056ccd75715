package org.haetae.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** WCAG 2.2 AA as far as a machine can judge it, on every page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibleIT {
  /** 1280 pixels at 400 % (success criterion 1.4.10). */
  private static final int NARROW = 320;

  private static final int WIDE = 1280;

  /** Pixels (success criterion 2.5.8). */
  private static final int TARGET = 24;

  private static final String ACTIVE =
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

  private HousePages pages;
  private RealBrowser browser;
  private Axe axe;

  @BeforeAll
  void open(@TempDir Path place) throws Exception {
    axe = new Axe();
    pages = new HousePages(place);
    browser = RealBrowser.start();
  }

  @AfterAll
  void close() {
    pages.close();
    if (browser != null) {
      browser.close();
    }
  }

  private void open(HousePages.Page page, String language) {
    browser.becomes(pages.house, page.user(), language);
    browser.open(page.path());
  }

  private List<String> strings(String script, Object... given) {
    return browser.run(script, given) instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of("nothing");
  }

  private static void none(List<String> found) {
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en"})
  void everyPage(String language) {
    List<String> found = new ArrayList<>();
    for (HousePages.Page page : pages.all) {
      open(page, language);
      String where = page.path() + " " + language + " ";
      unreached().forEach(one -> found.add(where + one));
      axe.findings(browser).forEach(one -> found.add(where + "light " + one));
      browser.look(WIDE, true);
      axe.findings(browser).forEach(one -> found.add(where + "dark " + one));
      small().forEach(one -> found.add(where + "small " + one));
      browser.look(NARROW, false);
      tooWide().forEach(one -> found.add(where + "wide " + one));
      browser.look(WIDE, false);
    }
    none(found);
  }

  private List<String> tooWide() {
    return browser.number("document.documentElement.scrollWidth") <= NARROW
        ? List.of()
        : strings(
            """
            return [...document.querySelectorAll("main *, header *")]
                .filter((e) => e.getBoundingClientRect().right > arguments[0] && !e.closest("table"))
                .slice(0, 4).map((e) => e.outerHTML.slice(0, 90));
            """,
            NARROW);
  }

  /** Links within a line of text may be as high as the line. */
  private List<String> small() {
    return strings(
        """
        const [active, least] = arguments;
        return [...document.querySelectorAll(active)]
            .filter((e) => e.checkVisibility()
                && !e.matches(".skip, p a, li a, td a, th a, h2 a, h3 a, figcaption a"))
            .filter((e) => {
              const {width, height} = e.getBoundingClientRect();
              return width < least || height < least;
            })
            .map((e) => e.outerHTML.slice(0, 100));
        """,
        ACTIVE,
        TARGET);
  }

  /** The order of the document is that of the eye: nothing is moved about by style. */
  private List<String> unreached() {
    var _ =
        browser.run(
            """
            document.activeElement?.blur();
            getSelection().collapse(document.body, 0);
            window.reached = [];
            window.unseen = new Set();
            document.addEventListener("focusin", ({target}) => {
              reached.push(target);
              const style = getComputedStyle(target);
              if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
                unseen.add("focus isn't seen: " + target.outerHTML.slice(0, 80));
              }
            });
            """);
    // A field for a day has a stop for each of its parts and one for the calendar.
    long count =
        browser.number("document.querySelectorAll(\"%s\").length".formatted(ACTIVE))
            + 6 * browser.number("document.querySelectorAll('[type^=date]').length");
    browser.press(Keys.TAB.toString().repeat((int) count + 2));
    return strings(
        """
        document.activeElement?.blur();
        const all = [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility());
        const group = (e) => e.type === "radio" ? e.name : e;
        const met = new Set(reached.map(group));
        const missed = all.filter((e) => !met.has(group(e)));
        const places = reached.map((e) => all.indexOf(e)).filter((n) => n >= 0);
        const once = places.slice(0, new Set(places).size);
        // It may begin anywhere, where a field has the focus from the start, and goes round once.
        const back = once.filter((n, i) => i > 0 && n < once[i - 1]).length > 1;
        return [
          ...missed.map((e) => "not reached: " + e.outerHTML.slice(0, 80)),
          ...(back ? ["out of order: " + once] : []),
          ...unseen,
        ];
        """,
        ACTIVE);
  }

  @Test
  void nothingOnTheWallIsSmall() {
    open(new HousePages.Page("operator-na", "/wall"), "ko");
    none(
        strings(
            """
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const small = [];
            while (texts.nextNode()) {
              const holder = texts.currentNode.parentElement;
              const size = parseFloat(getComputedStyle(holder).fontSize);
              if (texts.currentNode.data.trim() && holder.checkVisibility() && size < 16) {
                small.push(size + " px: " + texts.currentNode.data.trim().slice(0, 60));
              }
            }
            return small;
            """));
    assertTrue(
        browser.number(
                "parseFloat(getComputedStyle(document.querySelector('.danger h3')).fontSize)")
            >= 28,
        "a danger's first line can't be read at three metres");
  }
}
