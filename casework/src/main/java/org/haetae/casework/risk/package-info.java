/**
 * How dangerous it is for a protected person: a versioned checklist, the grade that its answers
 * give, who may raise and lower it, and when it must be looked at again. Pure; time comes in.
 */
@NullMarked
package org.haetae.casework.risk;

import org.jspecify.annotations.NullMarked;
