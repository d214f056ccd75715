/** Who saw, changed or was refused what, for auditors. */
@NullMarked
package org.haetae.console.audit;

import org.jspecify.annotations.NullMarked;
