/** Exact cosine search in an immutable gallery that is scoped by camera and swapped as a whole. */
@NullMarked
package org.haetae.pipeline.match;

import org.jspecify.annotations.NullMarked;
