/**
 * The port through which the pipeline learns whom to look for and where. Whoever stands behind it
 * (a file today, the casework later) hands out immutable snapshots.
 */
@NullMarked
package org.haetae.domain.watchlist;

import org.jspecify.annotations.NullMarked;
