/** Photographs that phones send. */
@NullMarked
package org.haetae.console.inspection;

import org.jspecify.annotations.NullMarked;
