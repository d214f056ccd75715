package org.haetae.sim.rtp;

import java.util.List;

/**
 * A picture ready to be sent. The arrays are shared by all sessions and must not be written to.
 *
 * @param payloads without RTP headers; the last one takes the marker
 * @param sendNanos when it is due, counted from the clip's first picture
 * @param presentationNanos when it was captured, on the same scale
 */
public record PacketizedPicture(
    List<byte[]> payloads, boolean keyframe, long sendNanos, long presentationNanos) {
  public PacketizedPicture {
    payloads = List.copyOf(payloads);
  }
}
