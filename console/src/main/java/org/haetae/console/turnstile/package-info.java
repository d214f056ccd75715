/**
 * How often somebody may ask. Token buckets and what they hold, no clock of their own: time comes
 * in. Nothing of HTTP enters; the web room asks here and answers.
 */
@NullMarked
package org.haetae.console.turnstile;

import org.jspecify.annotations.NullMarked;
