/**
 * Which way of forecasting requests for watches is off by least, and whether its ranges hold as
 * often as they say, on invented histories of which the future is known.
 */
@NullMarked
package org.haetae.benchmarks.planning;

import org.jspecify.annotations.NullMarked;
