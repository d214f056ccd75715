/**
 * What is measured on: a frame of the demo's footage, made-up galleries. Measures nothing itself.
 */
@NullMarked
package org.haetae.benchmarks.material;

import org.jspecify.annotations.NullMarked;
