/** The emergency number's system behind HTTP. Nothing else may enter. */
@NullMarked
package org.haetae.casework.delivery.emergency;

import org.jspecify.annotations.NullMarked;
