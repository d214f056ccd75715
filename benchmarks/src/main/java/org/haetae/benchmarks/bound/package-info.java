/** How near the product comes to a bare call of its engine, and which engine that should be. */
@NullMarked
package org.haetae.benchmarks.bound;

import org.jspecify.annotations.NullMarked;
