package org.haetae.casework.risk;

/** A checklist can't be read; the message says where and why. */
public final class ChecklistException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChecklistException(String why) {
    super(why);
  }
}
