/**
 * The faces of an order, sealed as long as it is in force and forgotten for good when it is not:
 * the key is destroyed first, then the rows. Knows orders, keys and the store; no photograph, no
 * network and no gallery may enter, only the call that tells the gallery to forget.
 */
@NullMarked
package org.haetae.casework.vault;

import org.jspecify.annotations.NullMarked;
