/**
 * What people decide and must be able to answer for: orders, the watchlist that rests on them,
 * incidents and their delivery. Pure rules stand apart from the store and from the channels; time
 * comes in as {@link java.time.InstantSource}.
 */
@NullMarked
package org.haetae.casework;

import org.jspecify.annotations.NullMarked;
