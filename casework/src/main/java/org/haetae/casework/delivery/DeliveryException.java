package org.haetae.casework.delivery;

/** A notice was not taken over. The message says why, without address, secret or person. */
public final class DeliveryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** Where the fault lies. */
  public enum Fault {
    /** With the channel: other notices would fare no better now. */
    CHANNEL,
    /** With this notice: the receiver is there and will not have it. */
    NOTICE
  }

  private DeliveryException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  private DeliveryException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public static DeliveryException channel(String message) {
    return new DeliveryException(Fault.CHANNEL, message);
  }

  public static DeliveryException channel(String message, Throwable cause) {
    return new DeliveryException(Fault.CHANNEL, message, cause);
  }

  public static DeliveryException notice(String message) {
    return new DeliveryException(Fault.NOTICE, message);
  }

  public Fault fault() {
    return fault;
  }
}
