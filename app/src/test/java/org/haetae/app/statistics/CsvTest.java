package org.haetae.app.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "\uFF1D1+1"})
  void noCellIsAFormula(String cell) {
    assertEquals("'" + cell + ",x", Csv.line(List.of(cell, "x")));
  }

  @Test
  void neitherIsOneOfSeveralLines() {
    assertEquals("\"'=1\n2\"", Csv.line(List.of("=1\n2")));
    assertEquals("\"'\r=1\"", Csv.line(List.of("\r=1")));
  }

  @Test
  void whatWouldEndACellIsQuoted() {
    assertEquals(
        "\"a,b\",\"say \"\"so\"\"\",,c-1=2", Csv.line(List.of("a,b", "say \"so\"", "", "c-1=2")));
  }
}
