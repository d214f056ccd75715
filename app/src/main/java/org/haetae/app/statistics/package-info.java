/** Counts of the casework as tables, files and charts. */
@NullMarked
package org.haetae.app.statistics;

import org.jspecify.annotations.NullMarked;
