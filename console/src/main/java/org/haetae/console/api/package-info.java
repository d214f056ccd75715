/**
 * What pages show, as JSON for machines, and the document that describes it. The same sections and
 * the same desks; an operation is routed and described in one place, so that neither lacks the
 * other. No template enters but the one that shows the document.
 */
@NullMarked
package org.haetae.console.api;

import org.jspecify.annotations.NullMarked;
