package org.haetae.casework.cover;

import org.haetae.domain.alert.Severity;

/** What can be missing; how grave that is, whose it is, and what to do. */
public enum GapKind {
  NO_CASE(Severity.NOTICE, Owner.SUPERVISOR, "open a case for this person"),
  NO_OFFICER(Severity.WARNING, Owner.SUPERVISOR, "assign an officer"),
  TRAINING_OVERDUE(
      Severity.WARNING, Owner.SUPERVISOR, "have the officer trained, or assign another"),

  NO_ASSESSMENT(Severity.WARNING, Owner.CASE_OFFICER, "fill in the risk checklist"),
  REVIEW_OVERDUE(Severity.WARNING, Owner.CASE_OFFICER, "fill in the risk checklist again"),
  LOWER_GRADE_UNDECIDED(Severity.NOTICE, Owner.SUPERVISOR, "decide whether the grade may fall"),

  NO_ORDER_IN_FORCE(Severity.WARNING, Owner.CASE_OFFICER, "apply for an order, or close the case"),
  ORDER_ENDING(Severity.NOTICE, Owner.CASE_OFFICER, "apply for an extension"),
  ORDER_ENDING_SOON(Severity.WARNING, Owner.CASE_OFFICER, "apply for an extension today"),
  EXCEPTION_TOO_LONG(Severity.WARNING, Owner.CASE_OFFICER, "have the exception shortened"),

  FACE_MISSING(Severity.DANGER, Owner.CASE_OFFICER, "bring photographs of the respondent"),
  FACE_UNAPPROVED(Severity.DANGER, Owner.SUPERVISOR, "have two people look at the photographs"),
  FACE_POOR(Severity.WARNING, Owner.CASE_OFFICER, "bring better photographs of the respondent"),

  PLACE_UNWATCHED(Severity.WARNING, Owner.ENGINEER, "put up a camera, or ask for patrols"),
  APPROACH_UNWATCHED(Severity.WARNING, Owner.ENGINEER, "put up a camera on this approach"),
  CAMERA_DOWN(Severity.DANGER, Owner.ENGINEER, "bring the camera back, or send a patrol meanwhile"),
  CAMERA_TOO_COARSE(
      Severity.WARNING, Owner.ENGINEER, "move the camera nearer or use a longer lens"),
  CAMERA_UNPROVEN(Severity.NOTICE, Owner.ENGINEER, "walk up to the camera once"),

  WATCH_NOT_ASKED(Severity.NOTICE, Owner.CASE_OFFICER, "ask for a watch, or write down why not"),
  WATCH_NOT_ISSUED(Severity.WARNING, Owner.STATION, "hand over the watch"),
  WATCH_NOT_ISSUED_LONG(Severity.DANGER, Owner.STATION, "hand over a watch today"),
  WATCH_UNREGISTERED(
      Severity.DANGER, Owner.STATION, "register the watch with the emergency system"),
  WATCH_LOST(Severity.DANGER, Owner.STATION, "hand over another watch"),
  WATCH_NOT_WORN(Severity.WARNING, Owner.CASE_OFFICER, "talk to the person about wearing it"),
  WATCH_SILENT(Severity.DANGER, Owner.STATION, "call the person; then have the watch looked at"),
  WATCH_LOW(Severity.WARNING, Owner.CASE_OFFICER, "ask the person to charge it"),
  WATCH_POSITION_OLD(Severity.NOTICE, Owner.STATION, "ask the person to step outside with it"),
  WATCH_ENDING(Severity.NOTICE, Owner.CASE_OFFICER, "renew it or take it back"),
  WEARING_CHECK_OVERDUE(Severity.WARNING, Owner.CASE_OFFICER, "look whether the watch is worn"),
  APPLICANT_UNTOLD(Severity.NOTICE, Owner.CASE_OFFICER, "tell whoever asked how it stands"),

  INSPECTION_OVERDUE(Severity.WARNING, Owner.CASE_OFFICER, "go there and look"),
  FINDING_OVERDUE(Severity.WARNING, Owner.CASE_OFFICER, "mend it and show that it was"),

  NOTICE_UNCONFIRMED(Severity.DANGER, Owner.CASE_OFFICER, "go there and say it face to face"),
  OFFICER_UNTOLD(Severity.DANGER, Owner.SUPERVISOR, "tell the officer in charge"),
  NO_SAFE_CONTACT(
      Severity.WARNING, Owner.CASE_OFFICER, "agree on a way that the respondent can't see"),
  REFUSAL_REVIEW_OVERDUE(
      Severity.NOTICE, Owner.CASE_OFFICER, "ask again whether notices are wanted"),

  REFERRAL_OVERDUE(Severity.NOTICE, Owner.CASE_OFFICER, "ask the service, or refer to another"),

  NO_OPERATOR(Severity.DANGER, Owner.CONTROL_ROOM, "somebody must sit down at the page now"),
  CHANNEL_FAILING(Severity.WARNING, Owner.ENGINEER, "mend the channel"),
  CANARY_LATE(Severity.DANGER, Owner.ENGINEER, "find out where the rehearsal got stuck"),
  SITE_SILENT(Severity.DANGER, Owner.ENGINEER, "start the site: nobody looks at its cameras");

  private final Severity severity;
  private final Owner owner;
  private final String toDo;

  GapKind(Severity severity, Owner owner, String toDo) {
    this.severity = severity;
    this.owner = owner;
    this.toDo = toDo;
  }

  public Severity severity() {
    return severity;
  }

  public Owner owner() {
    return owner;
  }

  /** What closes it, as an order to its owner. */
  public String toDo() {
    return toDo;
  }
}
