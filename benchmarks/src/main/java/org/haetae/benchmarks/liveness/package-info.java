/**
 * What the liveness network makes of people and of pictures of people held before a camera: error
 * rates as ISO/IEC 30107-3 names them.
 */
@NullMarked
package org.haetae.benchmarks.liveness;

import org.jspecify.annotations.NullMarked;
