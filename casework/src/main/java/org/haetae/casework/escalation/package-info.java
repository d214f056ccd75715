/**
 * Who is told next while nobody acknowledges. Pure: a plan and the pauses that follow from it; no
 * store, channel or clock may enter.
 */
@NullMarked
package org.haetae.casework.escalation;

import org.jspecify.annotations.NullMarked;
