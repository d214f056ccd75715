/** Runs one camera's analysis over a recording, frame by frame and without dropping any. */
@NullMarked
package org.haetae.app.scan;

import org.jspecify.annotations.NullMarked;
