/** What pages show, as JSON for machines. The same sections and the same desks; no template. */
@NullMarked
package org.haetae.console.api;

import org.jspecify.annotations.NullMarked;
