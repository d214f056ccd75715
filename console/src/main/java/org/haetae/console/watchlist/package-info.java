/** Orders and the faces that are looked for under them: why, since when, until when. */
@NullMarked
package org.haetae.console.watchlist;

import org.jspecify.annotations.NullMarked;
