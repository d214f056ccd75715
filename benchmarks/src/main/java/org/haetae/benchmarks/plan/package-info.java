/**
 * The casework of a whole country: how long it takes to read it back, to say what is missing for
 * everybody, and to say it again after one event.
 */
@NullMarked
package org.haetae.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
