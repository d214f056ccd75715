/** Session descriptions of simulated cameras, whole and broken: RFC 8866. Pure. */
@NullMarked
package org.haetae.sim.sdp;

import org.jspecify.annotations.NullMarked;
