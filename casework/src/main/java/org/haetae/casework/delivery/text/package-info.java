/**
 * What people read. Pure: a notice goes in, words come out, and what may not be told to a reader is
 * decided here and nowhere else. No channel, clock or store may enter.
 */
@NullMarked
package org.haetae.casework.delivery.text;

import org.jspecify.annotations.NullMarked;
