package org.haetae.sim.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SenderReportTest {

  @Test
  void aReportTiesTheTimestampToTheWallClock() {
    Instant instant = Instant.parse("2026-03-01T12:00:00.5Z");
    byte[] bytes = new SenderReport(0x01020304, instant, 90_000, 7, 700).bytes("door");
    ByteBuffer in = ByteBuffer.wrap(bytes);
    assertEquals(0x80C80006, in.getInt());
    assertEquals(0x01020304, in.getInt());
    assertEquals(instant.getEpochSecond() + 2_208_988_800L, in.getInt() & 0xFFFFFFFFL);
    assertEquals(0x80000000, in.getInt());
    assertEquals(90_000, in.getInt());
    assertEquals(7, in.getInt());
    assertEquals(700, in.getInt());
  }

  @Test
  void theNameFollowsAsRfc3550Asks() {
    for (int length = 1; length < 20; length++) {
      byte[] bytes = new SenderReport(1, Instant.EPOCH, 0, 0, 0).bytes("n".repeat(length));
      ByteBuffer in = ByteBuffer.wrap(bytes, 28, bytes.length - 28);
      assertEquals(0x81CA, in.getShort() & 0xFFFF);
      assertEquals(bytes.length - 28, (in.getShort() + 1) * 4);
      assertEquals(1, in.getInt());
      assertEquals(1, in.get());
      assertEquals(length, in.get());
      assertEquals(0, bytes[bytes.length - 1]);
    }
  }

  @Test
  void anRtpHeaderIsTwelveBytes() {
    assertArrayEquals(
        new byte[] {(byte) 0x80, (byte) 0xE0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 9},
        RtpPacket.of(65_537, (1L << 32) + 2, 3, true, new byte[] {9}));
    assertEquals(90_000, RtpPacket.ticks(1_000_000_000));
    assertEquals(6_000, RtpPacket.ticks(66_666_667));
  }
}
