package org.haetae.casework.incident;

/** Why an incident was none; the site's threshold review counts them apart. */
public enum FalseAlarmReason {
  /** Somebody else was taken for the respondent. */
  ANOTHER_PERSON,
  /** A photograph, poster or screen. */
  NOT_A_LIVE_FACE,
  /** The respondent, where the order allows him to be. */
  LAWFUL_PRESENCE,
  /** A watch's button was pressed, and nobody needed help. */
  PRESSED_BY_MISTAKE,
  /** A rehearsal. */
  DRILL
}
