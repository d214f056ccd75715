/**
 * Help beside protection: what there is, for whom, and how far each referral is. Nothing of it is
 * for the eyes of those who watch cameras. Pure.
 */
@NullMarked
package org.haetae.casework.support;

import org.jspecify.annotations.NullMarked;
