/**
 * Points on the earth and the distances between them, in metres. Plain spherical geometry; no map,
 * projection or geocoder may enter.
 */
@NullMarked
package org.haetae.domain.geo;

import org.jspecify.annotations.NullMarked;
