/**
 * One camera's analysis from frame to sighting; the state of a camera lives here and belongs to one
 * thread.
 */
@NullMarked
package org.haetae.pipeline.sighting;

import org.jspecify.annotations.NullMarked;
