/**
 * Simulated cameras and the footage that they play. Imports nothing of the other modules, so that
 * what it says can't be shaped by what they see.
 */
@NullMarked
package org.haetae.sim;

import org.jspecify.annotations.NullMarked;
