package org.haetae.pipeline.capture.address;

/**
 * Who may see a camera's stream.
 *
 * @param user at most 256 characters, neither empty nor with a colon (RFC 7617) or a control
 *     character
 */
public record Credentials(String user, Secret password) {
  public Credentials {
    if (user.isEmpty() || user.length() > 256) {
      throw new IllegalArgumentException("a camera's user needs 1 to 256 characters");
    }
    if (user.indexOf(':') >= 0 || user.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a camera's user holds neither a colon nor a control character");
    }
  }

  @Override
  public String toString() {
    return "(credentials)";
  }
}
