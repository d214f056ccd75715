/**
 * The soak test: the product in a process of its own, watching simulated cameras on which every
 * fault comes and goes at random. The parts that plan and judge are pure and have tests of their
 * own.
 */
@NullMarked
package org.haetae.app.soak;

import org.jspecify.annotations.NullMarked;
