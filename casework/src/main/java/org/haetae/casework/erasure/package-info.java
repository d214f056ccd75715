/**
 * The end of what is written about people: keys are destroyed, and what they sealed stays behind as
 * noise. Says what may be erased and in which steps; when it must be is not decided here.
 */
@NullMarked
package org.haetae.casework.erasure;

import org.jspecify.annotations.NullMarked;
