/**
 * How recognition fails: the same photographs clean and spoilt in fifty ways, through the real
 * detector and embedder, at thresholds that were set on the clean ones.
 */
@NullMarked
package org.haetae.benchmarks.robustness;

import org.jspecify.annotations.NullMarked;
