/**
 * Counts for those who answer for the plan, from which nobody can learn of a single person: small
 * cells are hidden, and so is what would give them away. Pure.
 */
@NullMarked
package org.haetae.casework.statistics;

import org.jspecify.annotations.NullMarked;
