/**
 * Alarms about the system itself, folded so that a storm of them is a handful of notices with
 * lists. What is wrong with which part comes in; which alarm is told when is decided here. Threats
 * have no business here.
 */
@NullMarked
package org.haetae.casework.alarm;

import org.jspecify.annotations.NullMarked;
