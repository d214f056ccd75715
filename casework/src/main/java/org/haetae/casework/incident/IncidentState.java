package org.haetae.casework.incident;

/** How far people have got with an incident. */
public enum IncidentState {
  OPEN,
  ACKNOWLEDGED,
  DISPATCHED,
  RESOLVED,
  FALSE_ALARM;

  /** Whether what else comes of its cause joins it; a closed incident takes none. */
  public boolean takesAlerts() {
    return switch (this) {
      case OPEN, ACKNOWLEDGED, DISPATCHED -> true;
      case RESOLVED, FALSE_ALARM -> false;
    };
  }
}
