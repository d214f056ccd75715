package org.haetae.domain.face;

/**
 * A face that the detector found.
 *
 * @param score the detector's confidence, 0 to 1
 */
public record DetectedFace(FaceBox box, Landmarks landmarks, float score) {}
