package org.haetae.casework.delivery.access;

/** A password that can't be printed or compared by accident. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** For the line to the receiver only. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
