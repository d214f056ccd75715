/** What is missing, as the terminal and the page say it. */
@NullMarked
package org.haetae.app.cover;

import org.jspecify.annotations.NullMarked;
