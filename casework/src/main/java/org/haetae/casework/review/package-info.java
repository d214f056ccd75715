/**
 * What people's verdicts say about the site's threshold. Pure: it counts and proposes nothing; who
 * changes a threshold is a person who has read it.
 */
@NullMarked
package org.haetae.casework.review;

import org.jspecify.annotations.NullMarked;
