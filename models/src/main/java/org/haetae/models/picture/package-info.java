/**
 * Pixels in memory that has one owner. A picture hands out resampled regions of itself; it never
 * hands out its own memory.
 */
@NullMarked
package org.haetae.models.picture;

import org.jspecify.annotations.NullMarked;
