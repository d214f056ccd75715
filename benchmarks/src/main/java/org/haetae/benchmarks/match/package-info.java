/** One probe against a gallery: SIMD in Java, a plain loop, and BLAS. */
@NullMarked
package org.haetae.benchmarks.match;

import org.jspecify.annotations.NullMarked;
