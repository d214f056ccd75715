package org.haetae.console.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haetae.console.Browser;
import org.haetae.console.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are written down and found by who may see the case, and by nobody else. */
class PeoplePagesTest {
  private static final String CASE = "/cases/" + House.CASE + "/people";
  private static final String RESPONDENT = CASE + "/respondent-of-" + House.CASE;
  private static final Map<String, String> HER =
      Map.of(
          "name",
          "김 민수",
          "address",
          "서울시 마포구 <b>7</b>",
          "phones",
          "010-1234-5678, 02 777 1234",
          "born",
          "1991-05-04");

  @TempDir Path place;
  private House house;
  private Browser officer;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    officer = house.officer();
  }

  @AfterEach
  void close() {
    officer.close();
    house.close();
  }

  private static String found(Browser who, String asked) throws Exception {
    return who.get("/people?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)).body();
  }

  @Test
  void whatWasWrittenDownIsShownAndFoundHoweverItIsSpelt() throws Exception {
    assertEquals(303, officer.post(CASE, HER).statusCode());
    assertEquals(303, officer.post(RESPONDENT, Map.of("name", "Han Seo")).statusCode());
    String page = officer.get(CASE).body();
    assertTrue(page.contains("김 민수") && page.contains("02 777 1234"), page);
    assertTrue(page.contains("Han Seo") && page.contains("1991-05-04"), page);
    assertFalse(page.contains("<b>7"), page);
    for (String asked : List.of("김민수", "+82 10 1234 5678", "027771234")) {
      assertTrue(found(officer, asked).contains("김 민수"), asked);
    }
    String his = found(officer, "HAN SEO");
    assertTrue(his.contains("Han Seo") && his.contains("/cases/" + House.CASE), his);
    for (String asked : List.of("민수", "Han", "010-1234-5679")) {
      assertTrue(found(officer, asked).contains("Nobody among your cases"), asked);
    }
  }

  @Test
  void anotherStationsOfficerFindsAndWritesNothing() throws Exception {
    assertEquals(303, officer.post(CASE, HER).statusCode());
    assertEquals(303, officer.post(RESPONDENT, Map.of("name", "Han Seo")).statusCode());
    try (Browser far = house.browser("officer-far", "en");
        Browser supervisor = house.browser("supervisor-oh", "en")) {
      for (String asked : List.of("김민수", "010-1234-5678", "Han Seo")) {
        String page = found(far, asked);
        assertTrue(page.contains("Nobody among your cases"), page);
        assertFalse(page.contains(House.CASE.value()), page);
      }
      assertEquals(404, far.get(CASE).statusCode());
      assertEquals(404, far.post(CASE, HER).statusCode());
      assertEquals(404, far.post(RESPONDENT, HER).statusCode());
      assertTrue(found(supervisor, "김민수").contains("김 민수"));
    }
    for (String other : List.of("operator-na", "engineer-mo", "auditor-ji")) {
      try (Browser browser = house.browser(other, "en")) {
        assertEquals(403, browser.get("/people?q=x").statusCode(), other);
        assertEquals(403, browser.get(CASE).statusCode(), other);
        assertEquals(403, browser.post(CASE, HER).statusCode(), other);
      }
    }
  }

  @Test
  void whatCannotBeIsRefusedInASentence() throws Exception {
    for (Map<String, String> wrong :
        List.of(
            Map.of("name", "Kim", "phones", "12-marked"),
            Map.of("name", "Kim", "born", "yesterday"),
            Map.of("name", "x".repeat(201)),
            Map.of("address", "only"))) {
      var answer = officer.post(CASE, wrong);
      assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
      assertFalse(answer.body().contains("12-marked"), answer.body());
    }
    assertEquals(404, officer.post(CASE + "/somebody-else", HER).statusCode());
    assertFalse(officer.get(CASE).body().contains("Kim"));
  }

  @Test
  void noNameLiesInTheDatabase() throws Exception {
    assertEquals(303, officer.post(CASE, HER).statusCode());
    List<String> words = Stream.of("김", "마포구", "1234-5678").map(PeoplePagesTest::bytes).toList();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        words.forEach(word -> assertFalse(text.contains(word), () -> word + " in " + file));
      }
    }
  }

  private static String bytes(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
