/** What commands share in talking to a terminal: problems in one sentence, progress, JSON lines. */
@NullMarked
package org.haetae.app.terminal;

import org.jspecify.annotations.NullMarked;
