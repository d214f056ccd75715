package org.haetae.casework.support;

/** What sort of help it is. */
public enum SupportKind {
  PSYCHOLOGICAL,
  ECONOMIC,
  LEGAL,
  SHELTER,
  MEDICAL
}
