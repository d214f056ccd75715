package org.haetae.sim.camera;

import java.util.List;
import org.haetae.sim.rtp.PacketizedClip;
import org.haetae.sim.rtp.PacketizedPicture;

/**
 * A clip in an endless loop on the site's time-line. Pictures are counted from 0 on through all
 * turns of the loop; times are nanoseconds after the site's start. Immutable.
 *
 * @param begins when its first picture is due; negative where it was before the site's start
 */
public record Programme(PacketizedClip clip, long begins) {

  /** The picture with this number. */
  public PacketizedPicture picture(long number) {
    return pictures().get((int) (number % pictures().size()));
  }

  /** When it is to be sent. */
  public long due(long number) {
    return turn(number) + picture(number).sendNanos();
  }

  /** When it was captured. */
  public long captured(long number) {
    return turn(number) + picture(number).presentationNanos();
  }

  private long turn(long number) {
    return begins + number / pictures().size() * clip.loopNanos();
  }

  private List<PacketizedPicture> pictures() {
    return clip.pictures();
  }

  /** The last picture that is due at or before a time; the first one where there is none. */
  public long at(long time) {
    long since = Math.max(0, time - begins);
    long inTurn = since % clip.loopNanos();
    int low = 0;
    int high = pictures().size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pictures().get(middle).sendNanos() <= inTurn) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return since / clip.loopNanos() * pictures().size() + low;
  }

  /** The keyframe that a picture hangs on; itself where it is one. */
  public long keyframeBefore(long number) {
    long key = number;
    while (!picture(key).keyframe()) {
      key--;
    }
    return key;
  }

  /** The first keyframe with this number or a higher one. */
  public long keyframeFrom(long number) {
    long key = number;
    while (!picture(key).keyframe()) {
      key++;
    }
    return key;
  }
}
