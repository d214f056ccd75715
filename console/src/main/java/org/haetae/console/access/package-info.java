/** Who may see what. */
@NullMarked
package org.haetae.console.access;

import org.jspecify.annotations.NullMarked;
