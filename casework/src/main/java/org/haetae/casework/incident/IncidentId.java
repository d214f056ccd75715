package org.haetae.casework.incident;

import java.util.UUID;

/** Names an incident; made once, when its first alert is taken in. */
public record IncidentId(UUID value) {
  /** Reads what {@link #toString} wrote. */
  public static IncidentId parse(String text) {
    return new IncidentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
