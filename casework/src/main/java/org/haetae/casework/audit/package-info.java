/**
 * The trail of who saw, changed or was refused what: entries whose hashes form a chain, checkpoints
 * that are signed, and the check that says exactly where a trail was tampered with. No SQL, no file
 * and no clock may enter, and no free text about a person.
 */
@NullMarked
package org.haetae.casework.audit;

import org.jspecify.annotations.NullMarked;
