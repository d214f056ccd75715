package org.haetae.casework.risk;

/** Which checklist, and which version of it. */
public record ChecklistVersion(String id, String version) {
  @Override
  public String toString() {
    return id + " " + version;
  }
}
