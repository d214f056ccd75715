/** The shipped weight files and the proof that they are the ones that were shipped. */
@NullMarked
package org.haetae.models.weights;

import org.jspecify.annotations.NullMarked;
