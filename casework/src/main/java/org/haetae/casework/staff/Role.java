package org.haetae.casework.staff;

/** What a user is in the house. */
public enum Role {
  /** Watches incidents and live pictures; sees pseudonyms only. */
  OPERATOR,
  /** Leads cases. */
  OFFICER,
  /** Answers for officers; the only one who may lower a grade. */
  SUPERVISOR,
  /** Keeps cameras and the system running; sees no case. */
  ENGINEER,
  /** Reads what was done. */
  AUDITOR
}
