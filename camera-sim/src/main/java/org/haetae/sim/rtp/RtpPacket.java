package org.haetae.sim.rtp;

import java.nio.ByteBuffer;

/** RTP packets without extensions or contributing sources: RFC 3550, 5.1. */
public final class RtpPacket {
  /** Bytes before the payload. */
  public static final int HEADER = 12;

  /** The first dynamic payload type: RFC 3551, 6. */
  public static final int PAYLOAD_TYPE = 96;

  /** Ticks a second of every video payload format. */
  public static final int CLOCK_RATE = 90_000;

  private RtpPacket() {}

  /**
   * Builds a packet.
   *
   * @param sequence its lowest 16 bits count
   * @param timestamp its lowest 32 bits count
   */
  public static byte[] of(int sequence, long timestamp, int ssrc, boolean marker, byte[] payload) {
    return ByteBuffer.allocate(HEADER + payload.length)
        .put((byte) 0x80)
        .put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)))
        .putShort((short) sequence)
        .putInt((int) timestamp)
        .putInt(ssrc)
        .put(payload)
        .array();
  }

  /** Nanoseconds as ticks of the 90 kHz clock, rounded to the nearest. */
  public static long ticks(long nanos) {
    return Math.floorDiv(nanos * 9 + 50_000, 100_000);
  }
}
