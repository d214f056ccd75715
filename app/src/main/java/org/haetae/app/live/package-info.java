/**
 * The small live page and the metrics endpoint on loopback. Faces that match nobody are blurred
 * before a picture leaves this room's front door.
 */
@NullMarked
package org.haetae.app.live;

import org.jspecify.annotations.NullMarked;
