package org.haetae.app.evaluation.video;

/**
 * How the pipeline was set while it was measured.
 *
 * @param model whose embeddings were compared
 * @param demands with the whole gallery
 * @param clips how many recordings went through it
 * @param seconds their length together
 * @param rotated whether each person was looked for once and left out once
 */
public record Setting(String model, Demands demands, int clips, double seconds, boolean rotated) {}
