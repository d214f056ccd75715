package org.haetae.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.haetae.sim.rtp.RtpPacket;
import org.junit.jupiter.api.Test;

class PacketFaultsTest {
  private static final int PACKETS = 2000;

  private static List<byte[]> sent(Fault... faults) {
    ActiveFaults active =
        new ActiveFaults(Arrays.stream(faults).map(fault -> new ActiveFault(fault, 0)).toList());
    PacketFaults way = new PacketFaults();
    List<byte[]> out = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      out.addAll(way.apply(active, RtpPacket.of(i, 0, 0, false, new byte[100])));
    }
    return out;
  }

  private static List<Integer> numbers(List<byte[]> packets) {
    return packets.stream().map(p -> ((p[2] & 0xFF) << 8) | (p[3] & 0xFF)).toList();
  }

  @Test
  void withoutFaultsEveryPacketPassesUnchanged() {
    assertEquals(IntStream.range(0, PACKETS).boxed().toList(), numbers(sent()));
  }

  @Test
  void theRateIsKeptAndTheSeedRepeatsIt() {
    List<Integer> first = numbers(sent(new Fault.Loss(0.1, 7)));
    assertEquals(PACKETS * 0.9, first.size(), PACKETS * 0.03);
    assertEquals(first, numbers(sent(new Fault.Loss(0.1, 7))));
    assertTrue(!first.equals(numbers(sent(new Fault.Loss(0.1, 8)))));
  }

  @Test
  void everythingMayBeLost() {
    assertTrue(sent(new Fault.Loss(1, 1)).isEmpty());
  }

  @Test
  void doublesFollowTheirPacket() {
    List<Integer> numbers = numbers(sent(new Fault.Duplicate(1, 1)));
    assertEquals(2 * PACKETS, numbers.size());
    assertEquals(List.of(0, 0, 1, 1), numbers.subList(0, 4));
  }

  @Test
  void packetsChangePlacesWithTheNext() {
    List<Integer> numbers = numbers(sent(new Fault.Reorder(1, 1)));
    assertEquals(List.of(1, 0, 3, 2), numbers.subList(0, 4));
    assertEquals(PACKETS, numbers.size());
  }

  @Test
  void damageSparesTheHeader() {
    List<byte[]> packets = sent(new Fault.Corrupt(1, 1));
    assertEquals(IntStream.range(0, PACKETS).boxed().toList(), numbers(packets));
    assertTrue(packets.stream().allMatch(p -> IntStream.range(12, 112).anyMatch(i -> p[i] != 0)));
  }
}
