/**
 * The shipped clips of people who do not exist, and the script that says who is in them when and
 * where. Reads the script; never looks at a picture.
 */
@NullMarked
package org.haetae.sim.footage;

import org.jspecify.annotations.NullMarked;
