/** Cameras: what they show, how they fare, and whether they could recognise anybody. */
@NullMarked
package org.haetae.console.camera;

import org.jspecify.annotations.NullMarked;
