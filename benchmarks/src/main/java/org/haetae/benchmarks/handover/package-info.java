/** How a frame gets from its grabber's thread to its shard's. */
@NullMarked
package org.haetae.benchmarks.handover;

import org.jspecify.annotations.NullMarked;
