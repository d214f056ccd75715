/**
 * Identifiers of the things that the house speaks of. An id is a short, safe string, so that it may
 * stand in a path, a page or a configuration file as it is; what it names stays elsewhere.
 */
@NullMarked
package org.haetae.domain.id;

import org.jspecify.annotations.NullMarked;
