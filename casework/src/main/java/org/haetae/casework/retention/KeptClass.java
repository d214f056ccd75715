package org.haetae.casework.retention;

/** What is kept about people, by what ends it. */
public enum KeptClass {
  /** A case with all its text, its person's name, its calls for help and its photographs. */
  CASE(Ending.ROUND),
  /** An order with its incidents, alerts and evidence. */
  ORDER(Ending.ROUND),
  /** The name of a respondent whom no case and no order names. */
  RESPONDENT(Ending.ROUND),
  /** A photograph of an inspection; no camera takes any. */
  PHOTOGRAPH(Ending.ROUND),
  /** A notice that was delivered or given up, as it was sent. */
  PARCEL(Ending.ROUND),
  /** Where a watch was last. */
  POSITION(Ending.ROUND),
  /** Sessions and links that are over. */
  LINK(Ending.ROUND),
  /** Sealed faces: they go as their order ends, not later. */
  TEMPLATE(Ending.ORDER),
  /** Crops and pictures of alerts: in memory alone, never on a disk. */
  PICTURE(Ending.MEMORY),
  /** Who saw, changed or was refused what: ids, no names; nothing is ever taken out. */
  AUDIT(Ending.NEVER),
  /** Why somebody opened a case in an emergency; beside the audit trail, and as it. */
  EMERGENCY(Ending.NEVER);

  /** What ends it. */
  public enum Ending {
    /** {@link RetentionRound}, after a time. */
    ROUND,
    /** The end of an order in force. */
    ORDER,
    /** The end of the process, or newer ones. */
    MEMORY,
    NEVER
  }

  private final Ending ending;

  KeptClass(Ending ending) {
    this.ending = ending;
  }

  public Ending ending() {
    return ending;
  }
}
