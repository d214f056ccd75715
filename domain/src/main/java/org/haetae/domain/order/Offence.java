package org.haetae.domain.order;

/** The victimisation that an order answers. */
public enum Offence {
  DOMESTIC_VIOLENCE,
  CHILD_ABUSE,
  STALKING,
  SEXUAL_VIOLENCE,
  ROBBERY,
  MURDER
}
