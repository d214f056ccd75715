/** The console as a browser sees it. */
@NullMarked
package org.haetae.console;

import org.jspecify.annotations.NullMarked;
