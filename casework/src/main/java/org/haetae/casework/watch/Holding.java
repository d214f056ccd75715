package org.haetae.casework.watch;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.watch.WatchFact.WearingChecked;

/**
 * A watch with a protected person.
 *
 * @param registration the emergency system's number; empty while that system doesn't know the watch
 * @param wearing the newest check
 */
public record Holding(
    RequestKey request,
    Instant since,
    Instant until,
    Optional<String> registration,
    Optional<WearingChecked> wearing) {}
