/**
 * What a supervisor decides about what is kept: what is held for a court, and the answers to people
 * who ask what is kept about them.
 */
@NullMarked
package org.haetae.console.keeping;

import org.jspecify.annotations.NullMarked;
