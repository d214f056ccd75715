/**
 * The HTTP port on which people and tests look at simulated cameras and break them. Loopback only.
 */
@NullMarked
package org.haetae.sim.control;

import org.jspecify.annotations.NullMarked;
