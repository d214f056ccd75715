/**
 * What a camera costs before which nothing happens, against decoding every picture of it. The
 * simulated cameras run in a process of their own, so that what they cost isn't counted.
 */
@NullMarked
package org.haetae.benchmarks.idle;

import org.jspecify.annotations.NullMarked;
