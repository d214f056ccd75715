/**
 * Frames and where they come from. A frame has one owner at a time, who releases it. No vendor's
 * type may enter; decoders live in leaf packages.
 */
@NullMarked
package org.haetae.pipeline.capture;

import org.jspecify.annotations.NullMarked;
