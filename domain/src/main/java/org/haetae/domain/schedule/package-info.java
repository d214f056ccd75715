/** Times that come again, and times that come once. */
@NullMarked
package org.haetae.domain.schedule;

import org.jspecify.annotations.NullMarked;
