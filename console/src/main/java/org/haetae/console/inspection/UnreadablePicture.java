package org.haetae.console.inspection;

/** What was uploaded is no photograph that can be taken. */
final class UnreadablePicture extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param key of the sentence that says why
   */
  UnreadablePicture(String key) {
    super(key);
  }
}
