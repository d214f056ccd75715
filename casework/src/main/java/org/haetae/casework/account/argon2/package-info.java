/** Argon2id by password4j. */
@NullMarked
package org.haetae.casework.account.argon2;

import org.jspecify.annotations.NullMarked;
