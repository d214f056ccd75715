/**
 * Incidents: why each was raised, what was done about it, and the steps that a person takes. Names
 * of people don't enter; whoever watches the cameras knows pseudonyms.
 */
@NullMarked
package org.haetae.console.incident;

import org.jspecify.annotations.NullMarked;
