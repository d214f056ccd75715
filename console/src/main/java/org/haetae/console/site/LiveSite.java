package org.haetae.console.site;

import java.util.List;
import java.util.Optional;
import org.haetae.casework.alarm.Alarm;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;

/** The running site. Safe for many threads; no method waits for a camera. */
public interface LiveSite {
  String name();

  /** Whether nothing here is real, which every page then says. */
  boolean exercise();

  /** All cameras, in the order of the site's file. */
  List<CameraStanding> cameras();

  /**
   * The newest picture of a camera as JPEG, every face blurred that matched nobody; empty where it
   * doesn't show the present.
   */
  Optional<byte[]> picture(CameraId camera);

  /** What a camera sees now is what it should see; returns whether there is such a camera. */
  boolean acceptView(CameraId camera);

  /** Alarms about the system besides those of cameras. */
  List<Alarm> alarms();

  Optional<Camera> camera(CameraId id);

  Optional<ProtectedPlace> place(PlaceId id);

  /** Who was told of an incident, in words. */
  String told(int tier);

  /** How many enrolment photographs there are of somebody. */
  int photographs(RespondentId respondent);

  /**
   * An enrolment photograph of somebody whom an order in force allows to look for, or will once
   * people have approved it.
   *
   * @param number from 0
   */
  Optional<byte[]> photograph(RespondentId respondent, int number);

  /** What an evaluation says of the recogniser on photographs. */
  Measurement<PhotographErrors> photographs();

  /** What an evaluation says of the whole pipeline on recordings. */
  Measurement<RecordingErrors> recordings();

  /** What an operator calls a place. */
  default String placeName(PlaceId id) {
    return place(id).map(ProtectedPlace::name).orElse(id.value());
  }
}
