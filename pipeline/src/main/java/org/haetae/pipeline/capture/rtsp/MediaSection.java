package org.haetae.pipeline.capture.rtsp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.pipeline.capture.rtsp.VideoMedia.FrameSize;

/** Gathers one medium of a description from its lines; only the first payload type counts. */
final class MediaSection {
  private static final int JPEG_PAYLOAD = 26;
  private static final int RTP_VIDEO_CLOCK = 90_000;
  private static final int LARGEST_SIDE = 16_384;
  private static final int MOST_PARAMETERS = 64;
  private static final Pattern MEDIA =
      Pattern.compile(
          "(\\S{1,32})\\s+(\\d{1,5})(?:/\\d{1,5})?\\s+(\\S{1,64})\\s+(\\S{1,32})(?:\\s.*)?");
  private static final Pattern RTPMAP =
      Pattern.compile("rtpmap:\\s*(\\d{1,3})\\s+([A-Za-z0-9._+-]{1,64})/(\\d{1,9})(?:/.*)?");
  private static final Pattern FMTP = Pattern.compile("fmtp:\\s*(\\d{1,3})\\s+(.*)");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?:framesize:\\s*\\d{1,3}\\s+(\\d{1,5})-(\\d{1,5})"
              + "|x-dimensions:\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5}))");

  private final boolean isVideo;
  private final int payloadType;
  private Optional<VideoCodec> codec = Optional.empty();
  private int clockRate = RTP_VIDEO_CLOCK;
  private String control = "";
  private final Map<String, String> parameters = new HashMap<>();
  private Optional<FrameSize> size = Optional.empty();

  private MediaSection(boolean isVideo, int payloadType) {
    this.isVideo = isVideo;
    this.payloadType = payloadType;
    if (payloadType == JPEG_PAYLOAD) {
      codec = Optional.of(VideoCodec.JPEG); // RFC 3551, table 5
    }
  }

  /** From what follows {@code m=}. */
  static MediaSection begin(String value, int line) {
    Matcher media = MEDIA.matcher(value);
    SdpReader.check(media.matches(), "has a malformed medium in its line " + line);
    boolean video = media.group(1).equals("video");
    if (!video) {
      return new MediaSection(false, 0);
    }
    SdpReader.check(
        media.group(3).contains("RTP/"), "offers video without RTP in its line " + line);
    String payload = media.group(4);
    SdpReader.check(
        payload.matches("\\d{1,3}") && Integer.parseInt(payload) <= 127,
        "has a payload type outside 0 to 127 in its line " + line);
    return new MediaSection(true, Integer.parseInt(payload));
  }

  /** From what follows {@code a=}. */
  void attribute(String value, int line) {
    if (!isVideo) {
      return;
    }
    Matcher rtpmap = RTPMAP.matcher(value);
    Matcher fmtp = FMTP.matcher(value);
    Matcher dimensions = SIZE.matcher(value);
    if (rtpmap.matches() && Integer.parseInt(rtpmap.group(1)) == payloadType) {
      codec = Optional.of(VideoCodec.named(rtpmap.group(2)));
      clockRate = Integer.parseInt(rtpmap.group(3));
      SdpReader.check(clockRate > 0, "has a clock that stands still in its line " + line);
    } else if (fmtp.matches() && Integer.parseInt(fmtp.group(1)) == payloadType) {
      fmtp(fmtp.group(2));
    } else if (dimensions.matches()) {
      boolean first = dimensions.group(1) != null;
      frameSize(dimensions.group(first ? 1 : 3), dimensions.group(first ? 2 : 4));
    } else if (value.startsWith("control:")) {
      control = value.substring("control:".length()).strip();
    }
  }

  private void fmtp(String text) {
    for (String part : text.split(";", MOST_PARAMETERS)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
  }

  private void frameSize(String widthText, String heightText) {
    int width = Integer.parseInt(widthText);
    int height = Integer.parseInt(heightText);
    // Some cameras write 0-0 for unknown; that is no reason to refuse their stream.
    if (width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE) {
      size = Optional.of(new FrameSize(width, height));
    }
  }

  /** Empty where this is no video. A dynamic payload type that nothing explains is refused. */
  Optional<VideoMedia> video() {
    if (!isVideo) {
      return Optional.empty();
    }
    SdpReader.check(codec.isPresent() || payloadType < 96, "doesn't say how its video is encoded");
    return Optional.of(
        new VideoMedia(
            codec.orElse(VideoCodec.OTHER), payloadType, clockRate, control, parameters, size));
  }
}
