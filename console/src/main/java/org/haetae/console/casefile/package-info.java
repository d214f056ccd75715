/** One case and everything that happened in it. */
@NullMarked
package org.haetae.console.casefile;

import org.jspecify.annotations.NullMarked;
