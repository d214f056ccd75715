package org.haetae.casework.incident;

import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;

/** What an incident is about. Whatever comes of one cause joins its ongoing incident. */
public sealed interface IncidentCause {
  /** Somebody came near whom an order keeps away. */
  record Approach(OrderId order) implements IncidentCause {}

  /** The protected person of a case called for help. */
  record CallForHelp(CaseId file) implements IncidentCause {}
}
