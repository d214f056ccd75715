package org.haetae.pipeline.capture.rtsp;

import java.util.Locale;

/** How a camera packs its pictures. */
public enum VideoCodec {
  H264,
  H265,
  JPEG,
  /** Anything else, which FFmpeg may still know. */
  OTHER;

  /** By the encoding name of {@code rtpmap}, in any case. */
  static VideoCodec named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "H264" -> H264;
      case "H265", "HEVC" -> H265;
      case "JPEG" -> JPEG;
      default -> OTHER;
    };
  }
}
