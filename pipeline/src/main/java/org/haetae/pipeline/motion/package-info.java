/** Tells whether and where a picture changes, cheaply. Pure arithmetic on thumbnails. */
@NullMarked
package org.haetae.pipeline.motion;

import org.jspecify.annotations.NullMarked;
