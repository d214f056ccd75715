/**
 * Signing in at the force's own provider (OpenID Connect). The provider says who somebody is; that
 * they work here, and as what, only our own books say. Nimbus's SDK is used here and nowhere else.
 */
@NullMarked
package org.haetae.console.oidc;

import org.jspecify.annotations.NullMarked;
