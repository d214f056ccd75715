package org.haetae.casework.order;

import java.util.OptionalDouble;

/**
 * A protected place as somebody entered it, before anything is believed.
 *
 * @param latitude degrees
 * @param longitude degrees
 * @param radius metres to keep clear
 */
public record PlaceDraft(
    String id, OptionalDouble latitude, OptionalDouble longitude, OptionalDouble radius) {}
