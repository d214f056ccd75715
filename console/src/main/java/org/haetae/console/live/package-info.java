/** Tells open pages at once that something has changed. It says that, and never what. */
@NullMarked
package org.haetae.console.live;

import org.jspecify.annotations.NullMarked;
