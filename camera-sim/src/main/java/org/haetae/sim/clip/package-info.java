/**
 * Recordings taken apart into access units, once, so that they can be sent without being encoded
 * again. The only place of this room that knows FFmpeg.
 */
@NullMarked
package org.haetae.sim.clip;

import org.jspecify.annotations.NullMarked;
