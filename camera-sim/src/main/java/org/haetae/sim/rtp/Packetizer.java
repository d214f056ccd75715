package org.haetae.sim.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.haetae.sim.clip.Codec;

/**
 * Cuts NAL units into RTP payloads: a NAL unit that fits goes alone, a longer one in fragments.
 * Immutable.
 *
 * @param largestPayload bytes of a payload at most, without the RTP header
 */
public record Packetizer(Codec codec, int largestPayload) {
  /** Leaves room for IP, UDP and RTP headers in an Ethernet frame, and for a tunnel's. */
  public static final int USUAL_PAYLOAD = 1400;

  private static final int FU_A = 28;
  private static final int FU_H265 = 49;
  private static final int START = 0x80;
  private static final int END = 0x40;

  public Packetizer {
    if (largestPayload < 4 || largestPayload > 65_000) {
      throw new IllegalArgumentException("a payload holds 4 to 65000 bytes");
    }
  }

  /** The payloads of one access unit, in the order of sending; the last one takes the marker. */
  public List<byte[]> payloads(List<byte[]> nals) {
    List<byte[]> payloads = new ArrayList<>();
    for (byte[] nal : nals) {
      if (nal.length <= largestPayload) {
        payloads.add(nal);
      } else {
        fragments(nal, payloads);
      }
    }
    return payloads;
  }

  /** RFC 6184, 5.8 (FU-A) and RFC 7798, 4.4.3: the NAL header is told by the FU's headers. */
  private void fragments(byte[] nal, List<byte[]> into) {
    byte[] header =
        switch (codec) {
          case H264 -> new byte[] {(byte) ((nal[0] & 0xE0) | FU_A), (byte) codec.nalType(nal)};
          case H265 ->
              new byte[] {
                (byte) ((nal[0] & 0x81) | (FU_H265 << 1)), nal[1], (byte) codec.nalType(nal)
              };
        };
    int flags = header.length - 1;
    int room = largestPayload - header.length;
    for (int from = flags; from < nal.length; from += room) {
      int length = Math.min(room, nal.length - from);
      byte[] payload = Arrays.copyOf(header, header.length + length);
      payload[flags] |=
          (byte) ((from == flags ? START : 0) | (from + length == nal.length ? END : 0));
      System.arraycopy(nal, from, payload, header.length, length);
      into.add(payload);
    }
  }
}
