package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.haetae.casework.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFiguresReaderTest {
  private static String shipped() {
    try (InputStream in =
        Objects.requireNonNull(PlanFiguresReader.class.getResourceAsStream("plan-figures.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theShippedFiguresAreThoseThatWereHandedDown() {
    PlanFigures figures = PlanFiguresReader.shipped();
    assertEquals(
        List.of(9_442, 13_686, 14_773, 10_148),
        figures.cases().stream().map(PeriodCases::count).toList());
    assertEquals(
        new PeriodCases(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 7, 1), 10_148),
        figures.newest());
    assertEquals(
        List.of(true, true, true, false),
        figures.cases().stream().map(PeriodCases::wholeYear).toList());
    assertEquals(List.of(2_300, 3_000, 3_700), figures.nationalStock());
    assertTrue(figures.source().contains("not held against the original"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: \"2021.1\" | versions: 1 | has an unknown key \"versions\"",
        "version: \"2021.1\" | version: 1 | version must be a text",
        "count: 9442 | count: 9,442 | cases, 1 has an unknown key \"442\"",
        "count: 9442 | count: 9442.5 | cases, 1: count must be a whole number",
        "count: 9442 | count: 0 | cases, 1: count must be at least 1",
        "count: 9442 | cuont: 9442 | cases, 1 has an unknown key \"cuont\"",
        "from: \"2019-01-01\" | from: \"2019-02-29\" | cases, 2: from must be a day",
        "from: \"2019-01-01\" | from: 2019 | cases, 2: from must be a text",
        "from: \"2019-01-01\" | from: \"2018-12-31\" | from 2018-12-31 overlaps the one before",
        "until: \"2021-07-01\" | until: \"2021-01-01\" | cases, 4 is no period",
        "[2300, 3000, 3700] | [2300, 3700, 3000] | must be more than the one before",
        "[2300, 3000, 3700] | [2300, 2300] | must be more than the one before",
        "[2300, 3000, 3700] | [0, 2300] | national-stock, 1 must be at least 1",
        "[2300, 3000, 3700] | [] | national-stock must be a list",
        "national-stock: [ | national-stock: [[[ | is no YAML",
        "source: | quelle: | has an unknown key \"quelle\"",
      })
  void aFaultIsToldInOneSentenceWithItsPlace(String from, String to, String saying) {
    String yaml = shipped().replace(from, to);
    assertFalse(yaml.equals(shipped()), "the fault was put in");
    String message =
        String.valueOf(
            assertThrows(YamlException.class, () -> PlanFiguresReader.read("mine.yaml", yaml))
                .getMessage());
    assertTrue(message.startsWith("mine.yaml"), message);
    assertTrue(message.contains(saying.strip()), message);
    assertFalse(message.contains("\n"), message);
  }
}
