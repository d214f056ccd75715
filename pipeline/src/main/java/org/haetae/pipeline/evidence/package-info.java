/** Adds up looks until they are enough: a sequential test with a stated error rate. Pure. */
@NullMarked
package org.haetae.pipeline.evidence;

import org.jspecify.annotations.NullMarked;
