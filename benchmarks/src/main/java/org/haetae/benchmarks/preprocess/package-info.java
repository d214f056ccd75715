/** From the decoded picture to the detector's input. */
@NullMarked
package org.haetae.benchmarks.preprocess;

import org.jspecify.annotations.NullMarked;
