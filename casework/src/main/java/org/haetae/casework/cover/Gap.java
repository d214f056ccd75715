package org.haetae.casework.cover;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A reason why a protected person is not covered.
 *
 * @param about what it is about: an order, a camera, a watch; may be empty
 * @param since when it began
 * @param deadline until when it must be closed, where that is written down somewhere
 * @param detail more in words; may be empty
 */
public record Gap(
    GapKind kind, String about, Instant since, Optional<Instant> deadline, String detail) {
  /** The gravest first, then the oldest. */
  public static final Comparator<Gap> ORDER =
      Comparator.comparing((Gap gap) -> gap.kind().severity(), Comparator.reverseOrder())
          .thenComparing(Gap::since)
          .thenComparing(Gap::kind)
          .thenComparing(Gap::about)
          .thenComparing(Gap::detail);

  public static Gap of(GapKind kind, String about, Instant since) {
    return new Gap(kind, about, since, Optional.empty(), "");
  }

  public Gap until(Instant deadline) {
    return new Gap(kind, about, since, Optional.of(deadline), detail);
  }

  public Gap saying(String words) {
    return new Gap(kind, about, since, deadline, words);
  }
}
