/**
 * Turns an aligned face into a vector whose cosine with another tells whether the two are one
 * person.
 */
@NullMarked
package org.haetae.models.embed;

import org.jspecify.annotations.NullMarked;
