package org.haetae.sim.camera;

/**
 * What a camera asks its clients for. Its text never holds the password.
 *
 * @param user may not hold a colon: RFC 7617, 2
 */
public record Credentials(Scheme scheme, String user, String password) {

  /** How a client proves that it knows the password. */
  public enum Scheme {
    /** RFC 7617. */
    BASIC,
    /** RFC 2617 and RFC 7616 with MD5. */
    DIGEST
  }

  public Credentials {
    if (user.isEmpty() || user.indexOf(':') >= 0 || user.indexOf('"') >= 0) {
      throw new IllegalArgumentException("a user's name may not be empty or hold : or \"");
    }
    if (password.isEmpty()) {
      throw new IllegalArgumentException("the password may not be empty");
    }
  }

  @Override
  public String toString() {
    return "Credentials[%s]".formatted(scheme);
  }
}
