/** Everything that a page says, in Korean and English. */
@NullMarked
package org.haetae.console.words;

import org.jspecify.annotations.NullMarked;
