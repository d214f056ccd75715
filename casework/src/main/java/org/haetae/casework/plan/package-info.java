/**
 * What a ministry or a police force may change about the plan: terms, times, lists, as versioned
 * data with its source. The words of law about orders are in {@code order}.
 */
@NullMarked
package org.haetae.casework.plan;

import org.jspecify.annotations.NullMarked;
