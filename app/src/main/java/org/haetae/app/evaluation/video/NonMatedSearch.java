package org.haetae.app.evaluation.video;

/**
 * A track of somebody who is not looked for, or of nobody: what the detector took for a face.
 *
 * @param identity what searches of one person have in common, for the interval only
 * @param margin by how many powers of ten the target rate could have been stricter for the nearest
 *     of the gallery to be named; −∞ where nobody was compared in earnest
 * @param looks how often it was compared
 * @param alerted whether it was taken for somebody
 */
public record NonMatedSearch(
    String identity, double margin, int looks, boolean alerted, Conditions conditions) {}
