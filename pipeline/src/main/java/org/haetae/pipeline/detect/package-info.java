/** Decides when and where the face detector looks. The detector itself lives in the models. */
@NullMarked
package org.haetae.pipeline.detect;

import org.jspecify.annotations.NullMarked;
