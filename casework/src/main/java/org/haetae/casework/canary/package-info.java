/**
 * The rehearsal of an alert: a face that nobody has, at a camera that is not there, goes the whole
 * way from pictures to the channels on an interval. Whatever keeps it from arriving would keep a
 * real alert from arriving, and is an alarm.
 */
@NullMarked
package org.haetae.casework.canary;

import org.jspecify.annotations.NullMarked;
