package org.haetae.console.access;

/** A part of the console that roles may or may not see. */
public enum Section {
  /** Incidents and whoever the cameras recognised; pseudonyms only. */
  WALL,
  /** Pictures and health of cameras. */
  CAMERAS,
  /** Whose face is looked for, why and until when. */
  WATCHLIST,
  /** How sure the site is. */
  EVALUATION,
  /** Cases, their risk and inspections. */
  CASES,
  /** Who helps the person; not for those who watch cameras. */
  SUPPORT,
  WATCHES,
  RELEASES,
  /** Who works here, their links and machines' tokens. */
  USERS,
  /** What is kept about people: what is held for a court, and answers to who asks. */
  KEEPING,
  PLANNING,
  /** Who saw, changed or was refused what. */
  AUDIT;

  /**
   * Whether its pages are about people, so that each answer leaves an entry in the trail. The wall
   * asks every two seconds; what it shows of an incident is noted where somebody opens it.
   */
  public boolean personal() {
    return switch (this) {
      case CASES, SUPPORT, WATCHES, RELEASES, WATCHLIST, USERS, KEEPING, AUDIT -> true;
      case PLANNING, WALL, CAMERAS, EVALUATION -> false;
    };
  }
}
