/** One id for one face through the frames of one camera. Pure: time comes in with the frame. */
@NullMarked
package org.haetae.pipeline.track;

import org.jspecify.annotations.NullMarked;
