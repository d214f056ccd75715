/**
 * The case of one protected person: everything that was decided and done for that person, as a fold
 * of the facts of its run. Pure.
 */
@NullMarked
package org.haetae.casework.casefile;

import org.jspecify.annotations.NullMarked;
