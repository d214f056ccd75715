package org.haetae.domain.alert;

import java.time.Instant;
import java.util.UUID;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;

/**
 * Somebody at a place whose residents are known, who is none of them and whom no order names. It is
 * for a person's eyes, for a while, and in memory only.
 *
 * @param track the camera's own number of that passage
 * @param seen when the last look was captured
 */
public record UnfamiliarFace(
    UUID id, PlaceId place, CameraId camera, long track, Instant seen, FaceCrop crop) {}
