/**
 * How much of a camera's stream is decoded: every picture while something happens, key frames only
 * while nothing does, and all that was kept since the last key frame as soon as something begins.
 */
@NullMarked
package org.haetae.pipeline.capture.idle;

import org.jspecify.annotations.NullMarked;
