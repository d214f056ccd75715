package org.haetae.casework.ledger;

/**
 * An entry as it was written down.
 *
 * @param position grows with every entry of the ledger; holes may occur
 */
public record Recorded(long position, Entry entry) {}
