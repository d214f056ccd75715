/** Holds what the product is made of against the lists in {@code config/supply}. */
@NullMarked
package org.haetae.app.supply;

import org.jspecify.annotations.NullMarked;
