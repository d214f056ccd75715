package org.haetae.domain.alert;

/**
 * How near a sighting is to a place.
 *
 * @param metres from the person to the place; 0 or more
 * @param uncertainty metres that the distance may be off either way
 * @param metresFromCamera from the person to the camera, by the size of the face
 */
public record Proximity(double metres, double uncertainty, double metresFromCamera) {}
