/** Tests of the monthly report. */
@NullMarked
package org.haetae.console.report;

import org.jspecify.annotations.NullMarked;
