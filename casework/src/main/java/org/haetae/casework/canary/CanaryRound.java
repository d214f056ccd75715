package org.haetae.casework.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One rehearsal. Immutable.
 *
 * @param begun when its pictures began
 * @param notice the key of its notice, once its face was recognised
 * @param awaited channels that have not delivered it yet
 * @param arrived when the last of them had
 */
record CanaryRound(
    Instant begun, Optional<UUID> notice, Set<String> awaited, Optional<Instant> arrived) {
  /** From the first picture to the last channel; a face takes seconds to be sure of. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  CanaryRound {
    awaited = Set.copyOf(awaited);
  }

  static CanaryRound begun(Instant at) {
    return new CanaryRound(at, Optional.empty(), Set.of(), Optional.empty());
  }

  /** Its face was recognised, and its notice goes to {@code channels}. */
  CanaryRound alerted(UUID key, Set<String> channels) {
    return new CanaryRound(begun, Optional.of(key), channels, Optional.empty());
  }

  /** A channel delivered a notice, which may be another's. */
  CanaryRound delivered(UUID key, String channel, Instant at) {
    if (notice.filter(key::equals).isEmpty() || !awaited.contains(channel)) {
      return this;
    }
    Set<String> left = new HashSet<>(awaited);
    left.remove(channel);
    return new CanaryRound(
        begun, notice, left, left.isEmpty() ? Optional.of(at) : Optional.empty());
  }

  /** Where it has got stuck; empty where it arrived or still has time. */
  Optional<String> stuck(Instant now) {
    if (arrived.isPresent() || now.isBefore(begun.plus(LIMIT))) {
      return Optional.empty();
    }
    return Optional.of(
        notice.isEmpty()
            ? "its face was not recognised"
            : "not delivered by " + String.join(", ", awaited.stream().sorted().toList()));
  }
}
