package org.haetae.app.evaluation.video;

import java.util.OptionalDouble;
import org.haetae.domain.face.FaceBox;

/**
 * Where a person's face truly is in one frame.
 *
 * @param frame number of the picture, from 0
 * @param box hairline to chin, cheek to cheek, in pixels
 * @param facing turned to the camera by less than 60 degrees and not hidden
 * @param yaw degrees that the head is turned by, where the truth says so
 * @param light mean luminance of the box, 0 to 255, where the picture was read
 */
public record TruthBox(
    int frame, FaceBox box, boolean facing, OptionalDouble yaw, OptionalDouble light) {

  /** The same box, with what the picture says of its light. */
  public TruthBox lit(double luminance) {
    return new TruthBox(frame, box, facing, yaw, OptionalDouble.of(luminance));
  }
}
