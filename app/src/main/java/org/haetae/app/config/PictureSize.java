package org.haetae.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a camera's pictures should be.
 *
 * @param width pixels, from 1
 * @param height pixels, from 1
 */
public record PictureSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{1,4})x([1-9][0-9]{1,4})");

  /**
   * Reads a size such as 1280x720.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static PictureSize parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("it must be width and height such as 1280x720");
    }
    return new PictureSize(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }
}
