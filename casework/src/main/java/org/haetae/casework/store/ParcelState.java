package org.haetae.casework.store;

/** How far a parcel is. */
public enum ParcelState {
  WAITING,
  DELIVERED,
  /** Given up; shown to people, who can send it again. */
  DEAD
}
