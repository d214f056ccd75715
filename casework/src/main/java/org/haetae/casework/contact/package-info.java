/**
 * How a protected person is reached: by which means, in which language, and which means the
 * respondent can see. Addresses themselves stay with whoever delivers.
 */
@NullMarked
package org.haetae.casework.contact;

import org.jspecify.annotations.NullMarked;
