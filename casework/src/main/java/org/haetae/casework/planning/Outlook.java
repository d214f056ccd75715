package org.haetae.casework.planning;

/**
 * What is to be expected of a stock.
 *
 * @param expected when it runs out if things go as expected
 * @param early the first day on which it has run out with a probability of more than a tenth; never
 *     after {@code expected}
 */
public record Outlook(RunOut expected, RunOut early) {}
