/**
 * Whether a camera is fit to recognise anybody: how many pixels a metre and a face have on it, as
 * its lens promises and as passers-by have shown, against what is needed. Pure; of a face only its
 * height comes in.
 */
@NullMarked
package org.haetae.pipeline.fit;

import org.jspecify.annotations.NullMarked;
