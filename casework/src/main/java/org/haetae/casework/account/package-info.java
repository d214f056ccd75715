/**
 * How people prove who they are: a password and a code of their phone, links that are good once,
 * sessions that end. Which role somebody has is the {@link org.haetae.casework.training staff}'s to
 * say.
 */
@NullMarked
package org.haetae.casework.account;

import org.jspecify.annotations.NullMarked;
