package org.haetae.casework.planning;

import java.time.LocalDate;

/**
 * A watch with one person, now or in the past.
 *
 * @param since first day
 * @param until when its newest term ends or ended
 * @param end how it came to an end
 */
public record Tenancy(LocalDate since, LocalDate until, End end) {

  /** Whether, when and how it has ended. */
  public sealed interface End {}

  /** It lasts. */
  public record Lasts() implements End {}

  /** The watch came back. */
  public record CameBack(LocalDate day) implements End {}

  /** The watch was lost. */
  public record Lost() implements End {}
}
