package org.haetae.domain.alert;

/** Which way a person moves, as far as the looks so far can tell. */
public enum Trend {
  APPROACHING,
  STEADY,
  LEAVING,
  UNKNOWN
}
