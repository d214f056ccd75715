/** Our own stages one by one, for their time and above all for what they allocate. */
@NullMarked
package org.haetae.benchmarks.stages;

import org.jspecify.annotations.NullMarked;
