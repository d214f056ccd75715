package org.haetae.casework.account;

/**
 * What a machine's token is good for, besides what the role of its user allows. A token has those
 * that it was made for and no other. The names stand in the database and never change.
 */
public enum Scope {
  /** Cameras and what is wrong with them. */
  SITE,
  /** Incidents and alerts; pseudonyms only. */
  INCIDENTS,
  /** Reports of custody and release. */
  CUSTODY,
  /** Steps that are taken about incidents: acknowledging, sending a patrol, closing. */
  STEPS,
  /** What each protected person lacks; pseudonyms only. */
  COVER,
  /** Whose face is looked for and until when; no face. */
  ORDERS
}
