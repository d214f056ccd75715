/** From a face before a camera to a receiver's door, through the whole product. */
@NullMarked
package org.haetae.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
