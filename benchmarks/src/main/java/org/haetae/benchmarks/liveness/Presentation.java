package org.haetae.benchmarks.liveness;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that was shown to a camera, and what the networks said of it.
 *
 * @param person whose face it is
 * @param what {@value #LIVE}, or the instrument of the attack
 * @param height about how high the face is, in pixels
 * @param live the liveness network's answers
 * @param cosine how much the face is like the person's enrolment; not a number where nobody is
 *     enrolled
 */
record Presentation(String person, String what, int height, Answers live, double cosine) {
  static final String LIVE = "live";

  private static final Pattern NAME = Pattern.compile("([a-z]+)-(\\d+)\\.jpg");

  /**
   * The liveness network's answers, each 0 to 1.
   *
   * @param whole to the picture as it is
   * @param framed to the same with a black frame around the face
   * @param cut to the face with nothing around it
   */
  record Answers(double whole, double framed, double cut) {}

  /** What is shown and how high its face is, as a file like {@code phone-048.jpg} says. */
  record Kind(String what, int height) {
    static Kind of(String file) {
      Matcher name = NAME.matcher(file);
      if (!name.matches()) {
        throw new IllegalArgumentException("%s isn't named what-pixels.jpg".formatted(file));
      }
      return new Kind(name.group(1), Integer.parseInt(name.group(2)));
    }
  }

  /** Whether the person is there. */
  boolean isLive() {
    return what.equals(LIVE);
  }

  /** What a person of the panel begins with, as {@code asian-male-old-1}. */
  String skin() {
    return person.substring(0, Math.max(0, person.indexOf('-')));
  }

  /** Whether it is taken for the other thing when answers from {@code threshold} on are alive. */
  boolean isMistaken(double threshold) {
    return live.whole() >= threshold != isLive();
  }
}
