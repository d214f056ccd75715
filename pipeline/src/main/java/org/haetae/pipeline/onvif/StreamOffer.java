package org.haetae.pipeline.onvif;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.haetae.pipeline.capture.address.CameraUrl;

/**
 * A stream that a camera offers.
 *
 * @param profile the camera's name for it
 * @param url where it is, with the credentials that the camera was asked with
 * @param width pixels, 0 where the camera doesn't say
 * @param height pixels, 0 where the camera doesn't say
 * @param fps pictures a second at most, 0 where the camera doesn't say
 * @param codec as the camera calls it, such as H264; empty where it doesn't say
 */
public record StreamOffer(
    String profile, CameraUrl url, int width, int height, int fps, String codec) {
  private static final Pattern NAMES_A_PASSWORD =
      Pattern.compile("(?:pass(?:word|wd)?|pwd)=", Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST_TELLTALE = 4;

  /** Pixels of one picture. */
  public long pixels() {
    return (long) width * height;
  }

  /**
   * The whole address, query and all, to be written into a site's file. Empty where the camera put
   * a password into it, as some do, so that none is ever shown.
   */
  public Optional<String> addressToWrite() {
    String whole = url.address().forTheCamera();
    String decoded = decoded(whole);
    boolean telling =
        NAMES_A_PASSWORD.matcher(decoded).find()
            || url.credentials()
                .map(known -> known.password().reveal())
                .filter(password -> password.length() >= SHORTEST_TELLTALE)
                .filter(password -> whole.contains(password) || decoded.contains(password))
                .isPresent();
    return telling ? Optional.empty() : Optional.of(whole);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
