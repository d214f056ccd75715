package org.haetae.sim.client;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Puts NAL units together again: written from RFC 6184 and RFC 7798, not from the packetizer. */
public final class Depacketizer {
  private final boolean h265;
  private final List<byte[]> nals = new ArrayList<>();
  private ByteArrayOutputStream open = new ByteArrayOutputStream();

  public Depacketizer(boolean h265) {
    this.h265 = h265;
  }

  /** Takes a payload without its RTP header. */
  public void take(byte[] p) {
    int type = h265 ? (p[0] >> 1) & 0x3F : p[0] & 0x1F;
    if (type != (h265 ? 49 : 28)) {
      nals.add(p);
      return;
    }
    int at = h265 ? 2 : 1;
    boolean start = (p[at] & 0x80) != 0;
    boolean end = (p[at] & 0x40) != 0;
    if (start) {
      open = new ByteArrayOutputStream();
      if (h265) {
        open.write((p[0] & 0x81) | ((p[2] & 0x3F) << 1));
        open.write(p[1]);
      } else {
        open.write((p[0] & 0xE0) | (p[1] & 0x1F));
      }
    }
    open.write(p, at + 1, p.length - at - 1);
    if (end) {
      nals.add(open.toByteArray());
    }
  }

  /** The units that are complete. */
  public List<byte[]> nals() {
    return nals;
  }
}
