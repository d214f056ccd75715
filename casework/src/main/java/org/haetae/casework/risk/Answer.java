package org.haetae.casework.risk;

/** What is known of a question. */
public enum Answer {
  YES,
  NO,
  /** Nobody could say; it may be either. */
  UNKNOWN
}
