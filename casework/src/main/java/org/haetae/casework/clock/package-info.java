/**
 * Time that promises can be kept by: it never runs backwards, whatever happens to the machine's
 * clock. Nothing else may enter.
 */
@NullMarked
package org.haetae.casework.clock;

import org.jspecify.annotations.NullMarked;
