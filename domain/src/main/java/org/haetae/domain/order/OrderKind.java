package org.haetae.domain.order;

/** How an order came about; its longest duration and its extensions follow from it elsewhere. */
public enum OrderKind {
  EMERGENCY,
  PROVISIONAL,
  PROTECTION_ORDER,
  CUSTODY_CONDITION,
  RELEASE_CONDITION
}
