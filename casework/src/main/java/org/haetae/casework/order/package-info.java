/**
 * A protection order over its whole life, and the law that it must keep to. An order is what was
 * issued plus its events; what the law allows is data with its source, and a check tells every
 * problem at once. No store, channel or clock may enter.
 */
@NullMarked
package org.haetae.casework.order;

import org.jspecify.annotations.NullMarked;
