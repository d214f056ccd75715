package org.haetae.casework.store;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.id.OrderId;

/**
 * The forgetting of all templates of one order, and how far it has come.
 *
 * @param keysGone since when nobody can open them
 * @param done since when nothing of them is in the database
 */
public record Purge(
    long id,
    OrderId order,
    PurgeReason reason,
    Instant asked,
    Optional<Instant> keysGone,
    Optional<Instant> done) {}
