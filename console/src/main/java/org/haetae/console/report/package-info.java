/** A month of a site, to be printed and read by somebody who was not there. */
@NullMarked
package org.haetae.console.report;

import org.jspecify.annotations.NullMarked;
