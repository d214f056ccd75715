package org.haetae.casework.risk;

/** What a grade suggests to do. */
public enum MeasureSuggested {
  PATROL,
  CAMERAS,
  WATCH,
  SHELTER,
  ANKLET_REQUEST
}
