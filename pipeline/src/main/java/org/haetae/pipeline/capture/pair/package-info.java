/**
 * A camera's small and its large stream as one: the small one is watched, and the large one is
 * decoded and read only where and while a face has to be looked at sharply.
 */
@NullMarked
package org.haetae.pipeline.capture.pair;

import org.jspecify.annotations.NullMarked;
