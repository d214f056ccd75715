package org.haetae.app.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180) that a spreadsheet shows and never runs. Pure. */
public final class Csv {
  /** With which a spreadsheet takes a cell for a formula (OWASP, CSV Injection). */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String shown = formula ? "'" + text : text;
    boolean quoted = shown.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
