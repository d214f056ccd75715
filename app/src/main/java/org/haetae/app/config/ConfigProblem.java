package org.haetae.app.config;

/**
 * One thing that is wrong with a file.
 *
 * @param line from 1
 */
public record ConfigProblem(int line, String message) {
  @Override
  public String toString() {
    return "line " + line + ": " + message;
  }
}
