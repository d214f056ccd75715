/**
 * What the pipeline counts, under the names that operators' rules rely on. No person, track or
 * order in a label.
 */
@NullMarked
package org.haetae.pipeline.metrics;

import org.jspecify.annotations.NullMarked;
