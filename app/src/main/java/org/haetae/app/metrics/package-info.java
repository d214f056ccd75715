/** Meters of the casework. No person, order or incident may enter a label. */
@NullMarked
package org.haetae.app.metrics;

import org.jspecify.annotations.NullMarked;
