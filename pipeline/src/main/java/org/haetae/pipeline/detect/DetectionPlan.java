package org.haetae.pipeline.detect;

import java.util.Optional;
import org.haetae.models.picture.Region;

/**
 * Where to look in this frame.
 *
 * @param region empty when it is nobody's turn
 * @param full whether the region is the whole picture
 */
public record DetectionPlan(Optional<Region> region, boolean full) {
  static final DetectionPlan NOTHING = new DetectionPlan(Optional.empty(), false);
}
