/** A live camera as a source of frames: first asked in Java what it streams, then played. */
@NullMarked
package org.haetae.pipeline.capture.camera;

import org.jspecify.annotations.NullMarked;
