package org.haetae.sim.clip;

import java.util.List;

/**
 * The NAL units of one picture, without start codes or lengths. The arrays are shared and must not
 * be written to.
 *
 * @param keyframe whether a decoder can begin here
 * @param sendSeconds when it is due to be sent, counted from the clip's first picture; never falls
 *     from one unit to the next
 * @param presentationSeconds when it was captured, on the same scale; differs from {@code
 *     sendSeconds} only where pictures are reordered
 */
public record AccessUnit(
    List<byte[]> nals, boolean keyframe, double sendSeconds, double presentationSeconds) {
  public AccessUnit {
    nals = List.copyOf(nals);
    if (nals.isEmpty()) {
      throw new IllegalArgumentException("an access unit needs a NAL unit");
    }
  }
}
