package org.haetae.casework.store;

/** How far a parcel is. */
public enum ParcelState {
  WAITING,
  DELIVERED,
  /** Given up; nothing tries it again. */
  DEAD
}
