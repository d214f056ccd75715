/**
 * Whom the networks see worse: error rates by skin, sex and age of a panel of invented people. The
 * groups stand in the names of the panel's folders.
 */
@NullMarked
package org.haetae.benchmarks.fairness;

import org.jspecify.annotations.NullMarked;
