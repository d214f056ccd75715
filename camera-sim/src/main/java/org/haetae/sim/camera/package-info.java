/**
 * What a simulated camera is: its script, its faults and what it has on air at a moment. Pure but
 * for the clock and the timers that it is given; knows nothing of the network.
 */
@NullMarked
package org.haetae.sim.camera;

import org.jspecify.annotations.NullMarked;
