/**
 * What the console shows of this process, and what machines ask of it. Faces that match nobody are
 * blurred before a picture leaves this room.
 */
@NullMarked
package org.haetae.app.live;

import org.jspecify.annotations.NullMarked;
