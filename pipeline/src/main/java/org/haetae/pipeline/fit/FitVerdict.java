package org.haetae.pipeline.fit;

/** Whether a camera can recognise people, as far as can be told. */
public sealed interface FitVerdict {

  /** The verdict in an operator's words. */
  String words();

  /**
   * It has shown that it can.
   *
   * @param measured pixels of height that the best tenth of the faces reaches
   * @param needed pixels
   */
  record Fits(double measured, double needed) implements FitVerdict {
    @Override
    public String words() {
      return "can recognise: faces are %.0f px high, %.0f are needed".formatted(measured, needed);
    }
  }

  /**
   * Nothing speaks against it, but too few have passed to tell.
   *
   * @param seen passers-by so far
   * @param needed passers-by before small faces are the camera's fault
   */
  record TooFew(long seen, int needed) implements FitVerdict {
    @Override
    public String words() {
      return seen == 0
          ? "can't tell yet: nobody has passed"
          : "can't tell yet: only %d passed, and not near enough".formatted(seen);
    }
  }

  /**
   * It can't: a gap in the cover of its place.
   *
   * @param reason one plain clause with both numbers
   * @param measured pixels of a face's height, or pixels per metre where only the lens is known
   * @param needed in the same unit
   */
  record CannotRecognise(String reason, double measured, double needed) implements FitVerdict {
    @Override
    public String words() {
      return "cannot recognise: " + reason;
    }
  }
}
