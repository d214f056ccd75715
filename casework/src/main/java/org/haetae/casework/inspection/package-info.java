/** Looks at the place itself, what was found there, and until when it must be mended. Pure. */
@NullMarked
package org.haetae.casework.inspection;

import org.jspecify.annotations.NullMarked;
