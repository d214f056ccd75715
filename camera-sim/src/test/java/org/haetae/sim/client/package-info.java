/** A client that shares no code with the server, for its tests. */
@NullMarked
package org.haetae.sim.client;

import org.jspecify.annotations.NullMarked;
