/**
 * Protection orders: what a court or a police unit has ordered, for whom, against whom and until
 * when. Rules of law that may change belong to the casework, not here.
 */
@NullMarked
package org.haetae.domain.order;

import org.jspecify.annotations.NullMarked;
