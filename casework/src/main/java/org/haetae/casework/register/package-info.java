/**
 * Who people really are: names, addresses, numbers, sealed by a key of their own and found by a
 * blind index. The rest of the casework knows pseudonyms only; no fact, notice, log line or label
 * may ever have what is in here.
 */
@NullMarked
package org.haetae.casework.register;

import org.jspecify.annotations.NullMarked;
