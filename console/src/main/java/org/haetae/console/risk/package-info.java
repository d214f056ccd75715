/** The risk checklist. */
@NullMarked
package org.haetae.console.risk;

import org.jspecify.annotations.NullMarked;
