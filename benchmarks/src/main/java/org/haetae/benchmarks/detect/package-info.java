/** What the detector does around its network: decoding and suppression. */
@NullMarked
package org.haetae.benchmarks.detect;

import org.jspecify.annotations.NullMarked;
