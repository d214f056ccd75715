/**
 * What is missing right now. A pure function of a protected person, the world and a time gives the
 * gaps; the book keeps the newest answer for everybody. A rule reads time only through {@code Now},
 * which notes when the answer may change by itself.
 */
@NullMarked
package org.haetae.casework.cover;

import org.jspecify.annotations.NullMarked;
