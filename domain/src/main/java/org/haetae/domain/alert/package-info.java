/**
 * What leaves the pipeline: a sighting with its evidence, and the proximity alert that follows from
 * it.
 */
@NullMarked
package org.haetae.domain.alert;

import org.jspecify.annotations.NullMarked;
