/**
 * The audit trail at the prompt and as a file for a court: what an export holds and how it is read
 * again. What makes a trail whole is casework's to say.
 */
@NullMarked
package org.haetae.app.audit;

import org.jspecify.annotations.NullMarked;
