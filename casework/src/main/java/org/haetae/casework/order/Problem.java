package org.haetae.casework.order;

/**
 * Something about an order or a place that a person must see.
 *
 * @param sentence what is wrong, where, and what to do
 */
public record Problem(Weight weight, String sentence) {
  /** What a problem means for the order. */
  public enum Weight {
    /** Nothing of it is taken in before it is corrected. */
    WRONG,
    /** It is taken in, but somebody must look it up: the rules themselves are not sure. */
    UNCERTAIN
  }

  static Problem wrong(String sentence) {
    return new Problem(Weight.WRONG, sentence);
  }

  static Problem uncertain(String sentence) {
    return new Problem(Weight.UNCERTAIN, sentence);
  }
}
