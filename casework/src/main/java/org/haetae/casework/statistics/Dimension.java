package org.haetae.casework.statistics;

/** By what is counted. */
public enum Dimension {
  OFFENCE,
  STATION,
  AGE_BAND,
  /** What orders demand, and watches handed over. */
  MEASURE
}
