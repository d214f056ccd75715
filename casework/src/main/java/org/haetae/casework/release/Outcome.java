package org.haetae.casework.release;

/** How an attempt to tell somebody ended. */
public enum Outcome {
  /** Somebody took it, but nothing proves that it was heard. */
  ANSWERED,
  UNANSWERED,
  /** It could not be sent. */
  FAILED
}
