/** Looks on the spot, with photographs that are sealed at once. */
@NullMarked
package org.haetae.console.inspection;

import org.jspecify.annotations.NullMarked;
