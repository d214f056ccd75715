package org.haetae.casework.imports;

import java.util.List;

/**
 * What became of a file.
 *
 * @param rows how many there were
 * @param problems in the order of the lines
 * @param written whether it was taken in: all of it, or nothing
 */
public record ImportReport(int rows, List<LineProblem> problems, boolean written) {
  public ImportReport {
    problems = List.copyOf(problems);
  }

  /**
   * What is wrong with a line.
   *
   * @param line from 1; 0 for the file as a whole
   */
  public record LineProblem(int line, String sentence) {}

  public boolean refused() {
    return !problems.isEmpty();
  }
}
