package org.haetae.sim.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What ties RTP timestamps to the wall clock.
 *
 * @param wallClock the instant that {@code timestamp} stands for
 * @param timestamp in ticks of the RTP clock; its lowest 32 bits count
 * @param packets sent so far
 * @param octets of payload sent so far
 */
public record SenderReport(int ssrc, Instant wallClock, long timestamp, long packets, long octets) {
  /** Seconds from 1900, the NTP era, to 1970: RFC 5905, figure 4. */
  private static final long NTP_TO_UNIX = 2_208_988_800L;

  private static final int SENDER_REPORT = 200;
  private static final int SOURCE_DESCRIPTION = 202;
  private static final int BYE = 203;
  private static final int CNAME = 1;

  /** A compound packet as RFC 3550, 6.1 asks for: the report and the source's canonical name. */
  public byte[] bytes(String canonicalName) {
    byte[] name = canonicalName.getBytes(StandardCharsets.UTF_8);
    // The list of items ends with at least one zero, at a multiple of four.
    int chunk = (4 + 2 + name.length) / 4 * 4 + 4;
    ByteBuffer out = ByteBuffer.allocate(28 + 4 + chunk);
    out.put((byte) 0x80).put((byte) SENDER_REPORT).putShort((short) 6).putInt(ssrc);
    out.putInt((int) (wallClock.getEpochSecond() + NTP_TO_UNIX));
    out.putInt((int) (((long) wallClock.getNano() << 32) / 1_000_000_000L));
    out.putInt((int) timestamp).putInt((int) packets).putInt((int) octets);
    out.put((byte) 0x81).put((byte) SOURCE_DESCRIPTION).putShort((short) (chunk / 4)).putInt(ssrc);
    out.put((byte) CNAME).put((byte) name.length).put(name);
    return out.array();
  }

  /** Says that a source is gone: RFC 3550, 6.6. */
  public static byte[] bye(int ssrc) {
    return ByteBuffer.allocate(8)
        .put((byte) 0x81)
        .put((byte) BYE)
        .putShort((short) 1)
        .putInt(ssrc)
        .array();
  }
}
