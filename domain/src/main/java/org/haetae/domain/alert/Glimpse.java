package org.haetae.domain.alert;

import java.time.Instant;

/**
 * One of the looks on which a sighting rests, with its picture.
 *
 * @param captured capture time of its frame
 * @param score cosine against the respondent, −1 to 1; alone it decides nothing
 * @param faceHeight pixels of the camera's picture
 */
public record Glimpse(FaceCrop crop, Instant captured, double score, float faceHeight) {}
