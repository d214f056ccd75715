package org.haetae.pipeline.capture.rtsp;

import java.util.Map;
import java.util.Optional;

/**
 * One video of a description.
 *
 * @param payloadType RTP payload type, 0 to 127
 * @param clockRate RTP ticks a second
 * @param control where it is set up, as the camera wrote it; empty where it didn't. Some cameras
 *     write their password into it, so it is not part of the text
 * @param parameters of {@code fmtp}, by name
 */
public record VideoMedia(
    VideoCodec codec,
    int payloadType,
    int clockRate,
    String control,
    Map<String, String> parameters,
    Optional<FrameSize> size) {
  public VideoMedia {
    parameters = Map.copyOf(parameters);
  }

  /** Pixels. */
  public record FrameSize(int width, int height) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  @Override
  public String toString() {
    return "%s/%d, payload type %d%s"
        .formatted(codec, clockRate, payloadType, size.map(s -> ", " + s).orElse(""));
  }
}
