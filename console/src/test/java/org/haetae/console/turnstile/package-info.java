/** Tests of the room of the same name. */
@NullMarked
package org.haetae.console.turnstile;

import org.jspecify.annotations.NullMarked;
