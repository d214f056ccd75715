/** Referrals to those who help. */
@NullMarked
package org.haetae.console.support;

import org.jspecify.annotations.NullMarked;
