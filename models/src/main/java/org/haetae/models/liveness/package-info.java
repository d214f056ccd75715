/** Says how much a face looks like somebody who is there, and not like a picture held up. */
@NullMarked
package org.haetae.models.liveness;

import org.jspecify.annotations.NullMarked;
