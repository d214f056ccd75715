package org.haetae.casework.delivery;

import java.time.Instant;

/**
 * A notice on its way to one channel.
 *
 * @param id its place in the outbox
 * @param created when it was put there
 * @param attempts how many have failed
 */
public record Parcel(long id, String channel, Notice notice, Instant created, int attempts) {}
