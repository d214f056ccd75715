/**
 * Measurements of the product: JMH benchmarks by subject, the table against the bound, the
 * comparison of engines and the load of many cameras. Nothing here asserts a time: a benchmark
 * tells, a person judges.
 */
@NullMarked
package org.haetae.benchmarks;

import org.jspecify.annotations.NullMarked;
