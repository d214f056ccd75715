package org.haetae.console.oidc;

import org.jspecify.annotations.Nullable;

/** The provider doesn't answer, or what it says can't be believed. Its text holds no secret. */
final class OidcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OidcException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
