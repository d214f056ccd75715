package org.haetae.casework.cover;

/** Who must close a gap. */
public enum Owner {
  CASE_OFFICER,
  SUPERVISOR,
  /** Whoever keeps the station's watches. */
  STATION,
  CONTROL_ROOM,
  ENGINEER
}
