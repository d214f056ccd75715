/**
 * How a camera fares, and the technical alert that follows when it does not. A blind camera is a
 * gap in somebody's protection, so it has words of its own.
 */
@NullMarked
package org.haetae.domain.health;

import org.jspecify.annotations.NullMarked;
