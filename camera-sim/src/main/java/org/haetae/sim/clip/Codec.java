package org.haetae.sim.clip;

/** The codecs that a simulated camera can send. */
public enum Codec {
  H264("H264"),
  H265("H265");

  private final String encodingName;

  Codec(String encodingName) {
    this.encodingName = encodingName;
  }

  /** The name in {@code a=rtpmap}: RFC 6184, 8.2.1 and RFC 7798, 7.1. */
  public String encodingName() {
    return encodingName;
  }

  /** The type of a NAL unit, from its header: H.264 clause 7.3.1, H.265 clause 7.3.1.2. */
  public int nalType(byte[] nal) {
    return switch (this) {
      case H264 -> nal[0] & 0x1F;
      case H265 -> (nal[0] >> 1) & 0x3F;
    };
  }

  /** Whether a NAL unit holds a parameter set (SPS, PPS or VPS). */
  public boolean isParameterSet(byte[] nal) {
    int type = nalType(nal);
    return switch (this) {
      case H264 -> type == 7 || type == 8;
      case H265 -> type >= 32 && type <= 34;
    };
  }
}
