/**
 * Recordings whose truth is known: reads the truth's file, plays the recording through the real
 * pipeline and notes what became of every face. Nothing of it is kept but numbers.
 */
@NullMarked
package org.haetae.app.evaluation.clip;

import org.jspecify.annotations.NullMarked;
