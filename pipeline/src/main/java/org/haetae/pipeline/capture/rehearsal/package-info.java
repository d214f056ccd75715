/** A recording that is played now and then, as a camera at which nothing happens in between. */
@NullMarked
package org.haetae.pipeline.capture.rehearsal;

import org.jspecify.annotations.NullMarked;
