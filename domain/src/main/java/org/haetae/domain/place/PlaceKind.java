package org.haetae.domain.place;

/** What a protected place is to the protected person. */
public enum PlaceKind {
  HOME,
  WORK,
  SCHOOL
}
