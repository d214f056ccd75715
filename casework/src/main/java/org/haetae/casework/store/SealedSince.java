package org.haetae.casework.store;

/**
 * Since which schema columns are sealed; whoever upgrades has plain text of the later ones only.
 */
public enum SealedSince {
  /** Most text about people. */
  SCHEMA_12,
  /** Why cases were opened in an emergency. */
  SCHEMA_15
}
