package org.haetae.app.evaluation.video;

/**
 * One trial.
 *
 * @param identity whose it was
 */
public record Outcome(String identity, boolean hit) {}
