/** What people in charge must have learned, and until when it holds. Pure. */
@NullMarked
package org.haetae.casework.training;

import org.jspecify.annotations.NullMarked;
