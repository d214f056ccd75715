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
 */
public record CaseworkSettings(
    Optional<Path> database,
    List<ChannelSettings> channels,
    EscalationPlan escalation,
    DispatchRule dispatch) {
  public CaseworkSettings {
    channels = List.copyOf(channels);
  }

  /** The channel that every site has: the live page. */
  public static final String CONSOLE = "console";

  /** The page calls again every minute; one person may send a patrol. */
  public static CaseworkSettings standard() {
    return new CaseworkSettings(
        Optional.empty(),
        List.of(),
        new EscalationPlan(
            List.of(new Tier("operator on duty", Duration.ZERO, List.of(CONSOLE))),
            Duration.ofMinutes(1)),
        DispatchRule.onePerson());
  }
}
