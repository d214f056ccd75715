/**
 * Smartwatches for protected people: each watch from its receipt to its retirement, the stock of
 * every station, who asked for one and who waits. Pure; what was asked of the emergency system and
 * what watches send comes in by ports.
 */
@NullMarked
package org.haetae.casework.watch;

import org.jspecify.annotations.NullMarked;
