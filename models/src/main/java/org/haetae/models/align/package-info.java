/** Turns a face upright into the 112 x 112 frame that the embedder was trained on. */
@NullMarked
package org.haetae.models.align;

import org.jspecify.annotations.NullMarked;
