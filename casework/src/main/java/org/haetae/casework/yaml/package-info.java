/**
 * Strict reading of the data files that law and ministries may change: what is unknown or missing
 * is refused, with its place.
 */
@NullMarked
package org.haetae.casework.yaml;

import org.jspecify.annotations.NullMarked;
