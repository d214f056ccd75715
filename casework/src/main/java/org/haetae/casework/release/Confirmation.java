package org.haetae.casework.release;

/** What proves that somebody knows. */
public enum Confirmation {
  /** The code that only this notice carries was given back. */
  PIN,
  /** An officer said it face to face. */
  IN_PERSON
}
