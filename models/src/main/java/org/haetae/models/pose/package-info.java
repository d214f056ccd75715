/** Says where a head is turned. */
@NullMarked
package org.haetae.models.pose;

import org.jspecify.annotations.NullMarked;
