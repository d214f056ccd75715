/** Words. */
@NullMarked
package org.haetae.console.words;

import org.jspecify.annotations.NullMarked;
