/**
 * Proof that nothing of passers-by is kept: strangers with planted marks walk past a running site,
 * and everything that it wrote and served is searched. No test of how well they are seen belongs
 * here.
 */
@NullMarked
package org.haetae.app.privacy;

import org.jspecify.annotations.NullMarked;
