/**
 * Copies of the casework that survive the machine, and the way back: one sealed file holds the
 * database and the wrapped keys, is read back before it counts, and can be opened for as long as
 * the key of its week is kept. What a row means may not enter; the store and the vault say how
 * their own files are copied.
 */
@NullMarked
package org.haetae.casework.backup;

import org.jspecify.annotations.NullMarked;
