/**
 * A notice as JSON, the same for every channel that carries JSON. Only the JSON writer may enter.
 */
@NullMarked
package org.haetae.casework.delivery.json;

import org.jspecify.annotations.NullMarked;
