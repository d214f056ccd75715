/**
 * Tink behind two small types: a master key that wraps, and data keys that seal. Only bytes go in
 * and out. No file, table, order or clock may enter.
 */
@NullMarked
package org.haetae.casework.vault.tink;

import org.jspecify.annotations.NullMarked;
