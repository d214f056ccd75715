package org.haetae.casework.cover;

import java.time.Instant;

/**
 * Something that is missing for everybody whom a site protects.
 *
 * @param kind one of those that are about the house
 */
public record HouseFault(GapKind kind, String about, Instant since) {}
