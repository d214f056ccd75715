package org.haetae.domain.alert;

/** How urgent an alert is, least urgent first. */
public enum Severity {
  NOTICE,
  WARNING,
  DANGER
}
