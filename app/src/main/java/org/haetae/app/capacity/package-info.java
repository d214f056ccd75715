/**
 * How many cameras this machine can guard: simulated cameras are added until a promise breaks. What
 * is measured is the product's own pipeline; nothing here is used while a site runs.
 */
@NullMarked
package org.haetae.app.capacity;

import org.jspecify.annotations.NullMarked;
