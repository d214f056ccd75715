package org.haetae.pipeline.health;

/**
 * What one picture says of its camera. Immutable.
 *
 * @param size of the picture
 * @param mean luminance, 0 to 255
 * @param brightest luminance, 0 to 255, that its brightest hundredth reaches
 * @param contrast step of luminance over eight pixels, 0 to 255, that its steepest hundredth
 *     reaches
 * @param sharpness the step over one pixel, that its steepest hundredth reaches, by {@code
 *     contrast}: near 1 for a hard edge, about 1/8 for a ramp; 0 where there is no contrast
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
