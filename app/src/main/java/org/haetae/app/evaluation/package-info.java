/** Measures the recogniser on labelled photographs: error rates, curves, a report. */
@NullMarked
package org.haetae.app.evaluation;

import org.jspecify.annotations.NullMarked;
