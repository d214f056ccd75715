package org.haetae.casework.review;

import java.util.Optional;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.id.CameraId;

/**
 * An alert of an incident that a person has closed.
 *
 * @param evidence as it was when the alert was raised
 * @param falseBecause why the incident was none; empty where it was one
 */
public record JudgedAlert(
    CameraId camera, Evidence evidence, Optional<FalseAlarmReason> falseBecause) {
  /** Whether somebody else was taken for the respondent: the only fault that a threshold mends. */
  boolean isMistake() {
    return falseBecause.filter(FalseAlarmReason.ANOTHER_PERSON::equals).isPresent();
  }

  /** Whether it was the respondent, wherever he was allowed to be. */
  boolean isRespondent() {
    return falseBecause.isEmpty()
        || falseBecause.filter(FalseAlarmReason.LAWFUL_PRESENCE::equals).isPresent();
  }
}
