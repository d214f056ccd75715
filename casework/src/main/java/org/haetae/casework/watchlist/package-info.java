/**
 * The watchlist that stands behind the pipeline: orders as the store knows them, faces as the vault
 * opens them, and both gone from memory the moment an order no longer allows them. Nothing here
 * reads a photograph; whoever can, stands behind {@link org.haetae.casework.watchlist.Enroller}.
 */
@NullMarked
package org.haetae.casework.watchlist;

import org.jspecify.annotations.NullMarked;
