/** An evaluation of recordings as one HTML page, its plots as SVG; nothing is fetched or run. */
@NullMarked
package org.haetae.app.evaluation.sheet;

import org.jspecify.annotations.NullMarked;
