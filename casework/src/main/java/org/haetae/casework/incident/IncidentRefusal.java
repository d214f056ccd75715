package org.haetae.casework.incident;

/** An incident can't take this step now; the message is a sentence for the person who asked. */
public final class IncidentRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IncidentRefusal(String message) {
    super(message);
  }
}
