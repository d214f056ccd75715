package org.haetae.pipeline.sighting;

import java.util.List;

/**
 * What a page may know of a frame.
 *
 * @param searched whether the faces are all that can be found: it was searched wherever something
 *     moved, or nothing moved. A frame that wasn't may show a face that nobody may see.
 */
public record FrameView(List<TrackView> faces, boolean searched) {
  public FrameView {
    faces = List.copyOf(faces);
  }
}
