package org.haetae.domain.health;

/** What can be said of a camera at a moment; exactly one holds. */
public enum CameraState {
  /** There is no connection, or no picture since it was opened. */
  CONNECTING("not connected"),
  /** Pictures of the right scene arrive. */
  LIVE("live"),
  /** Connected, but nothing comes, or nothing that can be decoded. */
  STALLED("no picture arrives"),
  /** Pictures arrive, but they are one and the same. */
  FROZEN("the picture stands still"),
  /** Too dark or too even to show anybody. */
  BLACK("black or covered"),
  /** Nothing in the picture is sharp. */
  DEFOCUSED("out of focus"),
  /** The scene is another than the one that the camera was set up for. */
  MOVED("looks at another scene"),
  /** The pictures have another size than the site's file says. */
  WRONG_RESOLUTION("wrong picture size"),
  /** The camera does not take the password. */
  PASSWORD_REFUSED("password refused"),
  /** Pictures are fine, but the camera's clock tells another time. */
  CLOCK_WRONG("clock wrong");

  private final String words;

  CameraState(String words) {
    this.words = words;
  }

  /** The state in an operator's words. */
  public String words() {
    return words;
  }

  /**
   * Whether the newest picture may be shown: it shows the present, even if badly. In every other
   * state an old picture would pass for a live one.
   */
  public boolean showsThePresent() {
    return switch (this) {
      case LIVE, BLACK, DEFOCUSED, MOVED, WRONG_RESOLUTION, CLOCK_WRONG -> true;
      case CONNECTING, STALLED, FROZEN, PASSWORD_REFUSED -> false;
    };
  }
}
