package org.haetae.casework.order;

/** How an order stands at an instant. */
public enum OrderState {
  /** Issued, but not begun. */
  AHEAD,
  IN_FORCE,
  SUSPENDED,
  ENDED,
  REVOKED
}
