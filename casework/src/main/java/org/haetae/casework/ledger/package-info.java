/**
 * The record of everything that was done in the casework: one list that is only ever added to, in
 * which each subject has its own numbered run of facts. What a case or a watch is now is a fold of
 * its run. Two who write at once can't both have the next number, so that a second process or a
 * second officer never overwrites what the first one did. No SQL may enter.
 */
@NullMarked
package org.haetae.casework.ledger;

import org.jspecify.annotations.NullMarked;
