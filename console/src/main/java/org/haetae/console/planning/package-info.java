/** How many watches the country needs, and where they run out. */
@NullMarked
package org.haetae.console.planning;

import org.jspecify.annotations.NullMarked;
