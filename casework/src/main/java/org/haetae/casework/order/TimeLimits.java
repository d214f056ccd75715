package org.haetae.casework.order;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.casework.order.Longest.Fixed;
import org.haetae.casework.order.Longest.Until;

/**
 * How long an order on one legal basis may last. Sentences are said after the order's name.
 *
 * @param basis what it rests on
 * @param count how days are counted
 */
public record TimeLimits(LegalBasis basis, DayCount count) {
  /** The latest end of an order that begins at {@code from}; empty where the law has no number. */
  public Optional<Instant> latestEnd(Instant from) {
    return switch (basis.longest().value()) {
      case Fixed(Term term) -> Optional.of(term.latestEnd(from, count));
      case Until _ -> Optional.empty();
    };
  }

  /**
   * The latest end that the next extension can give.
   *
   * @param from the order's begin
   * @param end its end so far
   */
  public Optional<Instant> latestExtension(Instant from, Instant end) {
    Extensions extensions = basis.extensions().value();
    Stream<Instant> each = extensions.each().stream().map(term -> term.latestEnd(end, count));
    Stream<Instant> total = extensions.total().stream().map(term -> term.latestEnd(from, count));
    return Stream.concat(each, total).min(Instant::compareTo);
  }

  Optional<String> refusesEnd(Instant from, Instant until) {
    return latestEnd(from)
        .filter(until::isAfter)
        .map(
            latest ->
                "ends at %s, but begun at %s it can last until %s at the longest (%s)"
                    .formatted(
                        count.say(until),
                        count.say(from),
                        count.say(latest),
                        basis.longest().source().say()));
  }

  Optional<String> refusesExtension(Instant from, Instant end, int soFar, Instant until) {
    Sourced<Extensions> extensions = basis.extensions();
    if (extensions.value().times().isPresent() && soFar >= extensions.value().times().getAsInt()) {
      return Optional.of(
          "has been extended %d times and can't be again: the law allows %d (%s); a new order is needed"
              .formatted(soFar, extensions.value().times().getAsInt(), extensions.source().say()));
    }
    return latestExtension(from, end)
        .filter(until::isAfter)
        .map(
            latest ->
                "is to be extended until %s, but this extension can reach until %s at the longest (%s)"
                    .formatted(count.say(until), count.say(latest), extensions.source().say()));
  }
}
