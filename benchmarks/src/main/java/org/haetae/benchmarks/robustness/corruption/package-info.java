/**
 * What spoils a camera's picture of a face, in five steps each: things worn, weather, light, optics
 * and encoders. Every corruption is a function of picture, face, severity and seed.
 */
@NullMarked
package org.haetae.benchmarks.robustness.corruption;

import org.jspecify.annotations.NullMarked;
