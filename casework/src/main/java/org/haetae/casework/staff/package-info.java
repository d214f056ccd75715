/** Who acts: a user and the role in which the user does it. Signing in is not this room's. */
@NullMarked
package org.haetae.casework.staff;

import org.jspecify.annotations.NullMarked;
