/**
 * Our side of the comparison with what a user would otherwise pick: the product's own analysis over
 * the same clips, reported in the peers' terms. The peers and the referee lie in {@code
 * benchmarks/peers}.
 */
@NullMarked
package org.haetae.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
