package org.haetae.console.access;

/** A part of the console that roles may or may not see. */
public enum Section {
  /** Cases, their risk and inspections. */
  CASES,
  /** Who helps the person; not for those who watch cameras. */
  SUPPORT,
  WATCHES,
  RELEASES,
  PLANNING
}
