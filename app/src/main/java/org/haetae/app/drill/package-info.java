/**
 * An exercise for whoever answers proximity alerts: the scene, the script, what is said of it. How
 * it is graded is {@code casework.training}'s; nothing of a real site may enter.
 */
@NullMarked
package org.haetae.app.drill;

import org.jspecify.annotations.NullMarked;
