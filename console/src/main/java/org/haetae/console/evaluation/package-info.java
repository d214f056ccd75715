/**
 * How sure the site is: its threshold, why it stands there, and what people's verdicts say of it.
 */
@NullMarked
package org.haetae.console.evaluation;

import org.jspecify.annotations.NullMarked;
