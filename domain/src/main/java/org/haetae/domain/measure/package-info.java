/**
 * What was measured of errors, and how sure that is. Counts and intervals; who was measured never
 * enters.
 */
@NullMarked
package org.haetae.domain.measure;

import org.jspecify.annotations.NullMarked;
