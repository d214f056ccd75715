/** From a detected face to the embedder's frame. */
@NullMarked
package org.haetae.benchmarks.align;

import org.jspecify.annotations.NullMarked;
