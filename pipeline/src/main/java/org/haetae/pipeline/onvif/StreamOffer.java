package org.haetae.pipeline.onvif;

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

  /** Pixels of one picture. */
  public long pixels() {
    return (long) width * height;
  }
}
