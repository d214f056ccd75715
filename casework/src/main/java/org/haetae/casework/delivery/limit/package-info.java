/**
 * Ends what would not end by itself: every channel talks to its receiver within a limit. Only the
 * JDK may enter.
 */
@NullMarked
package org.haetae.casework.delivery.limit;

import org.jspecify.annotations.NullMarked;
