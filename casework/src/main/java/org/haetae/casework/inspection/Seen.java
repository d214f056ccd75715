package org.haetae.casework.inspection;

import java.util.List;

/**
 * What was seen of one thing.
 *
 * @param photographs names of sealed photographs
 */
public record Seen(Check check, Result result, String note, List<String> photographs) {
  public Seen {
    photographs = List.copyOf(photographs);
  }

  /** How it was. */
  public enum Result {
    GOOD,
    BAD,
    /** There is none here, such as no watch. */
    NONE_HERE
  }
}
