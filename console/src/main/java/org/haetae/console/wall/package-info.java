/** What needs somebody now: incidents, what is wrong with the system, and the pictures to it. */
@NullMarked
package org.haetae.console.wall;

import org.jspecify.annotations.NullMarked;
