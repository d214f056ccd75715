/** How many cameras one core carries, by the real pipeline on the demo's footage in real time. */
@NullMarked
package org.haetae.benchmarks.capacity;

import org.jspecify.annotations.NullMarked;
