package org.haetae.casework.watch;

import java.time.Instant;

/**
 * A holding that is over.
 *
 * @param until when its newest term ended, or would have
 * @param ended when the watch came back, or was given up as lost
 * @param back whether it came back
 */
public record PastHolding(Instant since, Instant until, Instant ended, boolean back) {}
