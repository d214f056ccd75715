package org.haetae.casework.release;

/** Who must know. */
public enum Recipient {
  PROTECTED_PERSON,
  OFFICER_IN_CHARGE
}
