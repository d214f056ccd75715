package org.haetae.pipeline.looks;

import org.haetae.domain.face.HeadPose;
import org.haetae.models.pose.LandmarkPose;
import org.haetae.pipeline.track.Track;

/**
 * Which detections are worth an embedding. While nothing is decided each detection is, as long as
 * the face is large and frontal enough; a face that the watchlist does not know is looked at less
 * and less often, and again as soon as it is clearly larger.
 *
 * @param smallestFace height in pixels below which the embedder's answer is chance
 * @param steepestYaw degrees beyond which a face is not looked at
 */
public record LookPolicy(float smallestFace, float steepestYaw) {
  private static final int EAGER_LOOKS = 6;
  private static final double PATIENT_SECONDS = 1.0;
  private static final float CLEARLY_LARGER = 1.15f;

  public static LookPolicy standard() {
    return new LookPolicy(24, 60);
  }

  /**
   * Whether to look now.
   *
   * @param looks looks at this track so far
   * @param sinceLast seconds since the last of them
   * @param largest height of the largest face looked at so far, 0 before the first look
   * @param promising whether somebody on the watchlist is still likely
   */
  public boolean worthALook(
      Track track, int looks, double sinceLast, float largest, boolean promising) {
    float height = track.face().box().height();
    if (track.misses() > 0 || height < smallestFace) {
      return false;
    }
    HeadPose pose = LandmarkPose.of(track.face().landmarks());
    if (Math.abs(pose.yaw()) > steepestYaw) {
      return false;
    }
    return promising
        || looks < EAGER_LOOKS
        || height > largest * CLEARLY_LARGER
        || sinceLast >= PATIENT_SECONDS;
  }
}
