/**
 * Notices in the Common Alerting Protocol 1.2 (OASIS, 2010), for control rooms that speak it. The
 * JDK's XML writer and our HTTP sender may enter, nothing else.
 */
@NullMarked
package org.haetae.casework.delivery.cap;

import org.jspecify.annotations.NullMarked;
