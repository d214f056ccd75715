package org.haetae.app.evaluation.video;

/**
 * How a track stood with somebody of the gallery after a look.
 *
 * @param looks looks at the track since that somebody was compared with it
 * @param mean weighted mean cosine of the best of them
 * @param rate the strictest target false-positive rate for which mean and sum of the looks would be
 *     enough, more than 0; above 1 where they say nothing
 */
public record Standing(int looks, double mean, double rate) {}
