package org.haetae.casework.order;

/** What an order can demand of the respondent. */
public enum MeasureKind {
  STAY_AWAY,
  NO_CONTACT,
  LEAVE_HOME,
  ELECTRONIC_MONITORING
}
