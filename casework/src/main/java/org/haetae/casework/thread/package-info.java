/** How the casework's threads come to an end. No work of theirs may enter. */
@NullMarked
package org.haetae.casework.thread;

import org.jspecify.annotations.NullMarked;
