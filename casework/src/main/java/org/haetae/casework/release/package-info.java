/**
 * Respondents who get out, and whether the protected person really knows: what custody reports,
 * whom it must be told to, each attempt, and what counts as heard. Pure; sending is not this
 * room's.
 */
@NullMarked
package org.haetae.casework.release;

import org.jspecify.annotations.NullMarked;
