/**
 * What somebody is told of what is kept about them. Each answer names, word for word, what it may
 * say, so nothing new comes into it unseen; text that somebody typed and whatever tells where a
 * protected person is never comes into a respondent's.
 */
@NullMarked
package org.haetae.casework.subject;

import org.jspecify.annotations.NullMarked;
