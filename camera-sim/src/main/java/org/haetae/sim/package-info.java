/**
 * Simulated cameras: an RTSP server with faults, and the demo's footage with its scripted truth.
 * {@link org.haetae.sim.SimulatedSite} wires it. Imports nothing of the other rooms, as it stands
 * for the world outside.
 */
@NullMarked
package org.haetae.sim;

import org.jspecify.annotations.NullMarked;
