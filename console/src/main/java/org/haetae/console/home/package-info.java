/** Who is protected, and what is missing for them. */
@NullMarked
package org.haetae.console.home;

import org.jspecify.annotations.NullMarked;
