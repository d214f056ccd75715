package org.haetae.casework.cover;

/** Whether a respondent's face can be looked for. */
public enum FaceCover {
  MISSING,
  UNAPPROVED,
  POOR,
  GOOD,
  /** Nothing is known, since the site that would look isn't here. */
  UNKNOWN
}
