package org.haetae.sim.sdp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.haetae.sim.clip.Clip;
import org.haetae.sim.clip.Codec;
import org.haetae.sim.rtp.RtpPacket;

/**
 * Describes a camera's stream: RFC 8866, with the parameters of RFC 6184, 8.1 and RFC 7798, 7.1.
 *
 * @param name the camera's
 */
public record SessionDescription(String name, Clip clip) {
  /** The last part of the one track's address. */
  public static final String TRACK = "trackID=0";

  /** The description as it should be. */
  public String text() {
    return head()
        + "m=video 0 RTP/AVP %d\r\n".formatted(RtpPacket.PAYLOAD_TYPE)
        + "a=rtpmap:%d %s/%d\r\n"
            .formatted(RtpPacket.PAYLOAD_TYPE, clip.codec().encodingName(), RtpPacket.CLOCK_RATE)
        + "a=fmtp:%d %s\r\n".formatted(RtpPacket.PAYLOAD_TYPE, format())
        + "a=framerate:%s\r\n".formatted(rate())
        + "a=control:%s\r\n".formatted(TRACK);
  }

  private String head() {
    return "v=0\r\n"
        + "o=- 1 1 IN IP4 127.0.0.1\r\n"
        + "s=%s\r\n".formatted(name)
        + "c=IN IP4 0.0.0.0\r\n"
        + "t=0 0\r\n"
        + "a=control:*\r\n";
  }

  /** Lines in no order, without the media's parameters, with numbers that are none. */
  public String malformed() {
    return """
    v=
    m=video RTP/AVP
    =
    a=rtpmap:96
    m=video 99999999999999999999 RTP/AVP x
    a=fmtp:96 sprop-parameter-sets=%%%,,=;packetization-mode=zero
    a=control
    c=IN
    """
        .replace("\n", "\r\n");
  }

  /** The description with {@code lines} attributes that mean nothing in front of the media. */
  public String huge(int lines) {
    return text()
        .replaceFirst(
            "a=control:\\*\r\n", "a=control:*\r\n" + "a=x-nothing:0123456789\r\n".repeat(lines));
  }

  private String rate() {
    double fps = clip.fps();
    return Math.abs(fps - Math.rint(fps)) < 1e-3
        ? Long.toString(Math.round(fps))
        : String.format(Locale.ROOT, "%.3f", fps);
  }

  private String format() {
    return switch (clip.codec()) {
      case H264 -> {
        byte[] sps = ofType(7).getFirst();
        yield "packetization-mode=1;profile-level-id=%s;sprop-parameter-sets=%s"
            .formatted(
                HexFormat.of().withUpperCase().formatHex(sps, 1, 4),
                clip.parameterSets().stream()
                    .map(Base64.getEncoder()::encodeToString)
                    .collect(Collectors.joining(",")));
      }
      case H265 ->
          "sprop-vps=%s;sprop-sps=%s;sprop-pps=%s".formatted(sprop(32), sprop(33), sprop(34));
    };
  }

  private String sprop(int type) {
    return ofType(type).stream()
        .map(Base64.getEncoder()::encodeToString)
        .collect(Collectors.joining(","));
  }

  private List<byte[]> ofType(int type) {
    Codec codec = clip.codec();
    return clip.parameterSets().stream().filter(set -> codec.nalType(set) == type).toList();
  }
}
