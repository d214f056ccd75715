/** Tests of the room of the same name. */
@NullMarked
package org.haetae.console.api;

import org.jspecify.annotations.NullMarked;
