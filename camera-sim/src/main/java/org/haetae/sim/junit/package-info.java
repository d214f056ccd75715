/** Simulated cameras as a JUnit extension. Needs JUnit on the class path of whoever uses it. */
@NullMarked
package org.haetae.sim.junit;

import org.jspecify.annotations.NullMarked;
