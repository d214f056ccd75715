/**
 * Measures the whole pipeline on recordings whose truth is known: joins its tracks to the people of
 * the truth, counts identifications after ISO/IEC 19795-1, and says how sure the counts are. Pure:
 * no pictures, no files, no clock; randomness comes as a seed.
 */
@NullMarked
package org.haetae.app.evaluation.video;

import org.jspecify.annotations.NullMarked;
