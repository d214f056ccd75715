/**
 * How long what is kept about people is kept, and why: classes, rules as data, holds by which a
 * supervisor keeps something longer, and the round that ends what is due. What erasing is, and in
 * which steps it is done, is not decided here.
 */
@NullMarked
package org.haetae.casework.retention;

import org.jspecify.annotations.NullMarked;
