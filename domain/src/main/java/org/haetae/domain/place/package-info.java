/** Protected places and the cameras that stand around them. */
@NullMarked
package org.haetae.domain.place;

import org.jspecify.annotations.NullMarked;
