/** Release notices. */
@NullMarked
package org.haetae.console.release;

import org.jspecify.annotations.NullMarked;
