package org.haetae.app.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.haetae.app.drill.DrillScript.Arrival;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.Acknowledged;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.incident.IncidentEvent.Resolved;
import org.haetae.casework.training.DrillResult;
import org.haetae.casework.training.DrillResult.Fault;
import org.haetae.casework.training.DrillResult.Mark;
import org.haetae.casework.training.DrillResult.Step;
import org.haetae.domain.id.Spelling;

/**
 * An exercise in lines of a terminal.
 *
 * @param zone of the reader
 * @param tiers who is told one after the other
 */
public record DrillText(ZoneId zone, List<Tier> tiers) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  public DrillText {
    tiers = List.copyOf(tiers);
  }

  String comes(Arrival arrival) {
    return line(
        arrival.at(),
        Optional.of(Duration.ZERO),
        "%s comes into view of %s".formatted(arrival.who(), arrival.camera()));
  }

  /**
   * @param first whether it opened the incident
   * @param since the respondent came into view
   */
  String line(IncidentEvent event, boolean first, Optional<Duration> since) {
    return line(event.at(), since, words(event, first));
  }

  private String line(Instant at, Optional<Duration> since, String words) {
    return "%s %9s  %s"
        .formatted(TIME.format(at.atZone(zone)), since.map(DrillText::seconds).orElse(""), words);
  }

  private String words(IncidentEvent event, boolean first) {
    return switch (event) {
      case AlertJoined it ->
          (first ? "alert: %s" : "alert again: %s").formatted(Spelling.of(it.severity()));
      case CallJoined _ -> "a call for help";
      case Acknowledged it -> "seen by " + it.by();
      case DispatchAsked it -> it.by() + " asks for a patrol; a second person must agree";
      case Dispatched it -> "patrol sent by " + it.by();
      case Escalated it -> "NOBODY HAS ANSWERED: told now: " + tier(it.tier());
      case Resolved it -> "closed by %s: %s".formatted(it.by(), oneLine(it.outcome()));
      case FoundFalse it ->
          "closed by %s as a false alarm: %s".formatted(it.by(), Spelling.of(it.reason()));
    };
  }

  /** Each step, each fault, and the grade. */
  public List<String> table(DrillResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(row("step", "took", "allowed", ""));
    for (Mark mark : result.marks()) {
      lines.add(
          row(
              name(mark.step()),
              mark.took().map(DrillText::seconds).orElse("never"),
              seconds(mark.allowed()),
              mark.passed() ? "passed" : "FAILED"));
    }
    result.faults().forEach(fault -> lines.add("FAILED: " + words(fault)));
    if (!result.marks().getFirst().passed()) {
      lines.add(
          "The alert is Haetae's own part: what is late there is no fault of the operator's.");
    }
    lines.add(result.passed() ? "The exercise was PASSED." : "The exercise was FAILED.");
    return lines;
  }

  private static String row(String step, String took, String allowed, String grade) {
    return "%-30s %9s %9s  %s".formatted(step, took, allowed, grade).stripTrailing();
  }

  private static String name(Step step) {
    return switch (step) {
      case ALERTED -> "came into view -> alert";
      case ACKNOWLEDGED -> "alert -> seen by a person";
      case DISPATCHED -> "seen -> patrol sent";
      case RESOLVED -> "patrol sent -> closed";
    };
  }

  private String words(Fault fault) {
    return switch (fault) {
      case Fault.NextTierTold it ->
          "nobody had answered in time, so the %s was told at %s"
              .formatted(tier(it.tier()), TIME.format(it.at().atZone(zone)));
      case Fault.ClosedAsFalse(_, var by, FalseAlarmReason reason) ->
          reason == FalseAlarmReason.DRILL
              ? "%s closed it as a drill; an exercise is worked to its end like a real incident"
                  .formatted(by)
              : "%s closed it as a false alarm (%s), but the respondent really was there"
                  .formatted(by, Spelling.of(reason));
      case Fault.ByAnother it ->
          "\"%s\" was done by %s and not by the trainee".formatted(name(it.step()), it.by());
      case Fault.AlertBeforeApproach _ ->
          "the alert came before anybody did: this exercise says nothing; run it again";
    };
  }

  /** Past the last tier the last is told again. */
  private String tier(int number) {
    return tiers.get(Math.min(number, tiers.size() - 1)).name();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** What a person typed may hold anything. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
