/**
 * The casework as it stands, in memory, and the one way to change it: look, decide, write down,
 * take in. Nothing is believed that the ledger hasn't got.
 */
@NullMarked
package org.haetae.casework.office;

import org.jspecify.annotations.NullMarked;
