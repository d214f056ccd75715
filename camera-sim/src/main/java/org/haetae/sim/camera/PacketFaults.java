package org.haetae.sim.camera;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.haetae.sim.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/**
 * The way from one session's packets to what really goes out: loss, doubling, swapping and damage,
 * repeatable by the faults' seeds. For one thread.
 */
public final class PacketFaults {
  private final Map<Fault, Random> dice = new HashMap<>();
  private byte @Nullable [] held;

  /** What to send in place of this packet, in this order; it may be altered. */
  public List<byte[]> apply(ActiveFaults faults, byte[] packet) {
    if (faults.all().isEmpty() && held == null) {
      return List.of(packet);
    }
    List<byte[]> out = new ArrayList<>(3);
    if (!hits(faults, Fault.Loss.class)) {
      if (hits(faults, Fault.Corrupt.class)) {
        damage(packet, roll(faults.find(Fault.Corrupt.class).orElseThrow()));
      }
      if (held == null && hits(faults, Fault.Reorder.class)) {
        held = packet;
        return List.of();
      }
      out.add(packet);
      if (hits(faults, Fault.Duplicate.class)) {
        out.add(packet.clone());
      }
    }
    if (held != null) {
      out.add(held);
      held = null;
    }
    return out;
  }

  private boolean hits(ActiveFaults faults, Class<? extends Fault> kind) {
    return faults.find(kind).filter(fault -> roll(fault).nextDouble() < rate(fault)).isPresent();
  }

  private Random roll(Fault fault) {
    return dice.computeIfAbsent(fault, first -> new Random(seed(first)));
  }

  private static double rate(Fault fault) {
    return switch (fault) {
      case Fault.Loss loss -> loss.rate();
      case Fault.Duplicate duplicate -> duplicate.rate();
      case Fault.Reorder reorder -> reorder.rate();
      case Fault.Corrupt corrupt -> corrupt.rate();
      default -> 0;
    };
  }

  private static long seed(Fault fault) {
    return switch (fault) {
      case Fault.Loss loss -> loss.seed();
      case Fault.Duplicate duplicate -> duplicate.seed();
      case Fault.Reorder reorder -> reorder.seed();
      case Fault.Corrupt corrupt -> corrupt.seed();
      default -> 0;
    };
  }

  /** Alters up to eight bytes, never the header: damage to that would be loss. */
  private static void damage(byte[] packet, Random random) {
    int payload = packet.length - RtpPacket.HEADER;
    for (int i = 0; i < 8 && payload > 0; i++) {
      packet[RtpPacket.HEADER + random.nextInt(payload)] ^= (byte) (1 + random.nextInt(255));
    }
  }
}
