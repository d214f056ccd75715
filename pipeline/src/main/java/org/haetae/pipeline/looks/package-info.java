/**
 * Takes a look at a tracked face: crop, align, measure quality, embed; and decides which frames are
 * worth one.
 */
@NullMarked
package org.haetae.pipeline.looks;

import org.jspecify.annotations.NullMarked;
