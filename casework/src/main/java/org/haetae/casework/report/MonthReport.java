package org.haetae.casework.report;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.domain.measure.ClopperPearson;

/**
 * A month's incidents, and what people found them to be.
 *
 * @param incidents those that began in it, the oldest first
 */
public record MonthReport(YearMonth month, List<IncidentRecord> incidents) {
  public MonthReport {
    incidents = List.copyOf(incidents);
  }

  public List<IncidentRecord> approaches() {
    return incidents.stream().filter(IncidentRecord::isApproach).toList();
  }

  public int calls() {
    return incidents.size() - approaches().size();
  }

  public int alerts() {
    return approaches().stream().mapToInt(one -> one.alerts().size()).sum();
  }

  /** Approaches of which a person has said what they were. */
  public int judged() {
    return (int) approaches().stream().filter(IncidentRecord::isJudged).count();
  }

  /** Of those, false alarms by reason; reasons that never were are left out. */
  public Map<FalseAlarmReason, Integer> falseAlarms() {
    Map<FalseAlarmReason, Integer> all = new EnumMap<>(FalseAlarmReason.class);
    approaches().stream()
        .flatMap(one -> one.falseBecause().stream())
        .forEach(reason -> all.merge(reason, 1, Integer::sum));
    return all;
  }

  /** Approaches in which somebody else was taken for the respondent. */
  public int mistaken() {
    return falseAlarms().getOrDefault(FalseAlarmReason.ANOTHER_PERSON, 0);
  }

  /** Between what the share of those among the judged ones lies; empty where none was judged. */
  public Optional<ClopperPearson.Limits> mistakenShare() {
    return judged() == 0 ? Optional.empty() : Optional.of(ClopperPearson.of(mistaken(), judged()));
  }
}
