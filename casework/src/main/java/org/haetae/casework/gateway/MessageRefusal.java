package org.haetae.casework.gateway;

/** A message can't be read; the message is a sentence that repeats nothing of it. */
public final class MessageRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MessageRefusal(String message) {
    super(message);
  }
}
