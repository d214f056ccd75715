package org.haetae.casework.store;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.id.UserId;

/**
 * The erasing of all that is written about an owner, and how far it has come.
 *
 * @param keysGone since when nobody can read it
 * @param done since when nothing waits to be told about it either
 */
public record Erasure(
    Owner owner, UserId by, Instant asked, Optional<Instant> keysGone, Optional<Instant> done) {}
