package org.haetae.casework.delivery.cap;

import org.haetae.casework.delivery.Notice;

/**
 * A notice in CAP's terms, and why.
 *
 * <ul>
 *   <li>Urgency is when to act: now for danger, within the hour for what may become danger.
 *   <li>Severity is what is at stake: danger is a threat to a life. Neither falls because the
 *       respondent leaves; who left may turn.
 *   <li>Certainty is never Observed for a threat: a machine's match is more likely than not, and
 *       only a person who looks can say more. The system does observe its own faults.
 *   <li>A call for help is Observed: a person says so. It is a matter of Safety, not of Security.
 *   <li>A rehearsal is Unknown throughout, so that no rule of a receiver acts on it.
 * </ul>
 *
 * @param status CAP's System is for what concerns the alerting network alone, so that a technical
 *     alarm can't be taken for a threat
 */
record CapGrade(
    String status,
    String category,
    String responseType,
    String urgency,
    String severity,
    String certainty) {

  static CapGrade of(Notice notice) {
    return switch (notice) {
      case Notice.Threat threat ->
          switch (threat.severity()) {
            case DANGER -> threat("Execute", "Immediate", "Extreme");
            case WARNING -> threat("Prepare", "Expected", "Severe");
            case NOTICE -> threat("Monitor", "Expected", "Moderate");
          };
      case Notice.Sos _ ->
          new CapGrade("Actual", "Safety", "Execute", "Immediate", "Extreme", "Observed");
      case Notice.Technical technical ->
          technical.over()
              ? new CapGrade("System", "Infra", "AllClear", "Past", "Minor", "Observed")
              : new CapGrade("System", "Infra", "Assess", "Expected", "Minor", "Observed");
      case Notice.Canary _ ->
          new CapGrade("Exercise", "Security", "None", "Unknown", "Unknown", "Unknown");
    };
  }

  private static CapGrade threat(String responseType, String urgency, String severity) {
    return new CapGrade("Actual", "Security", responseType, urgency, severity, "Likely");
  }
}
