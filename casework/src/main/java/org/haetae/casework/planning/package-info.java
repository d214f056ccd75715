/**
 * How many smartwatches a country needs and when a station runs out of them: demand, returns, stock
 * and sizes as pure functions of plain values. Reads neither a clock nor the casework; what it
 * needs of that is brought in.
 */
@NullMarked
package org.haetae.casework.planning;

import org.jspecify.annotations.NullMarked;
