/** Finds faces and their five landmarks in a picture. */
@NullMarked
package org.haetae.models.detect;

import org.jspecify.annotations.NullMarked;
