package org.haetae.domain.order;

/** Five grades of danger to the protected person, lowest first. */
public enum RiskGrade {
  LOW,
  MODERATE,
  ELEVATED,
  HIGH,
  EXTREME
}
