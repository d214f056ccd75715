package org.haetae.app.evaluation.video;

import org.haetae.domain.face.FaceBox;

/**
 * A face that the detector found and the tracker gave to a track.
 *
 * @param frame number of the picture, from 0
 * @param yaw degrees, from the landmarks
 * @param light mean luminance of the box, 0 to 255
 */
public record FoundFace(int frame, FaceBox box, double yaw, double light) {}
