package org.haetae.domain.face;

/**
 * Where a head is turned, in degrees; all 0 is a face that looks straight at the camera.
 *
 * @param yaw positive when the face looks to the viewer's right
 * @param pitch positive when the face looks up
 * @param roll positive when the head leans clockwise in the picture
 */
public record HeadPose(float yaw, float pitch, float roll) {}
