package org.haetae.casework.release;

/** What custody reports of a respondent. */
public enum CustodyKind {
  RELEASE_PLANNED,
  RELEASED,
  TEMPORARY_LEAVE,
  ESCAPED,
  TRANSFERRED,
  /** The court refused to detain or to keep detaining. */
  DETENTION_REFUSED
}
