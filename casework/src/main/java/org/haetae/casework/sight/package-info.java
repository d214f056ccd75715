/**
 * When cameras guarded their places, and when not: without it nobody could say what a silence
 * means.
 */
@NullMarked
package org.haetae.casework.sight;

import org.jspecify.annotations.NullMarked;
