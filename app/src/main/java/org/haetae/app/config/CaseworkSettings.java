package org.haetae.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;

/**
 * What becomes of an alert.
 *
 * @param database where incidents are kept; empty for one that ends with the process
 * @param technical the channels that are told of alarms about the system, besides the page
 */
public record CaseworkSettings(
    Optional<Path> database,
    List<ChannelSettings> channels,
    List<String> technical,
    EscalationPlan escalation,
    DispatchRule dispatch) {
  public CaseworkSettings {
    channels = List.copyOf(channels);
    technical = List.copyOf(technical);
  }

  /** The channel that every site has: the live page. */
  public static final String CONSOLE = "console";

  /** The page calls again every minute; one person may send a patrol. */
  public static CaseworkSettings standard() {
    return new CaseworkSettings(
        Optional.empty(),
        List.of(),
        List.of(),
        new EscalationPlan(
            List.of(new Tier("operator on duty", Duration.ZERO, List.of(CONSOLE))),
            Duration.ofMinutes(1)),
        DispatchRule.onePerson());
  }
}
