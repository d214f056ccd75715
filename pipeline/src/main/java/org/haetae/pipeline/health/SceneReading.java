package org.haetae.pipeline.health;

/**
 * What one picture says of its camera. Immutable.
 *
 * @param size of the picture
 * @param mean luminance, 0 to 255
 * @param brightest luminance, 0 to 255, that its brightest hundredth reaches
 * @param contrast step of luminance over a 160th of the width, 0 to 255, that its steepest
 *     hundredth reaches
 * @param sharpness how hard its hardest edges are: the step over one pixel by that over eight; near
 *     1 for a hard edge, about 1/8 for a ramp; NaN where there are too few edges to tell
 * @param edges the scene's edges
 * @param fingerprint the same for two pictures only if they are the same, bit by bit, wherever
 *     looked at
 */
public record SceneReading(
    PictureSize size,
    double mean,
    double brightest,
    double contrast,
    double sharpness,
    EdgeImage edges,
    long fingerprint) {}
