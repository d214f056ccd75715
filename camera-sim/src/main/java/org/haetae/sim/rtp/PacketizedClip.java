package org.haetae.sim.rtp;

import java.util.List;
import org.haetae.sim.clip.Clip;

/**
 * A clip that was cut into packets once, to be shared by any number of sessions. Immutable.
 *
 * @param loopNanos one turn of the loop
 */
public record PacketizedClip(Clip clip, List<PacketizedPicture> pictures, long loopNanos) {
  public PacketizedClip {
    pictures = List.copyOf(pictures);
  }

  /** Cuts a clip with the usual packet size. */
  public static PacketizedClip of(Clip clip) {
    Packetizer packetizer = new Packetizer(clip.codec(), Packetizer.USUAL_PAYLOAD);
    return new PacketizedClip(
        clip,
        clip.units().stream()
            .map(
                unit ->
                    new PacketizedPicture(
                        packetizer.payloads(unit.nals()),
                        unit.keyframe(),
                        nanos(unit.sendSeconds()),
                        nanos(unit.presentationSeconds())))
            .toList(),
        nanos(clip.seconds()));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
