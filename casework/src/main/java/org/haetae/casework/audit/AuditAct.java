package org.haetae.casework.audit;

/** What was done. A name never changes once an entry has it. */
public enum AuditAct {
  READ,
  WRITE,
  /** A template was sealed, so that somebody is looked for. */
  ENROL,
  /** Something was forgotten for good, or is about to be. */
  PURGE,
  /** Somebody asked for what isn't theirs, or what a rule forbids. */
  REFUSED,
  SIGN_IN,
  SIGN_IN_FAILED,
  /** A try while somebody must wait; right or wrong, it counts for nothing. */
  LOCKED_OUT,
  SIGN_OUT,
  /** A session ended without its user: by its time, or with the role in which it began. */
  SESSION_END,
  INVITE,
  JOIN,
  TOKEN,
  /** Somebody opened a case that isn't theirs, for a while and with a reason. */
  BREAK_GLASS,
  /** A command was run on the machine itself, where no one is signed in. */
  COMMAND,
  /** The database was put back to what it was at an earlier time. */
  RESTORE,
  EXPORT
}
