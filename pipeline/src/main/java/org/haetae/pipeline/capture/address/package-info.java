/**
 * Where a camera's stream is and who may see it, in types that can't be printed with a password.
 * Pure: nothing here opens a connection. Only leaf packages that speak to a camera may reveal a
 * secret; HouseRulesTest holds that.
 */
@NullMarked
package org.haetae.pipeline.capture.address;

import org.jspecify.annotations.NullMarked;
