/** Where custody reports what must be told. */
@NullMarked
package org.haetae.console.custody;

import org.jspecify.annotations.NullMarked;
