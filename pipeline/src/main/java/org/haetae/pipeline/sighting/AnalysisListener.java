package org.haetae.pipeline.sighting;

import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.match.GalleryBook;

/** Is told what an analysis finds, on the shard's thread; must return quickly. */
public interface AnalysisListener {

  /** A track has just been matched, by the galleries of {@code book}. */
  void sighted(Sighting sighting, GalleryBook book);

  /** Somebody is at a place whose residents are known, and is none of them. Once a passage. */
  default void unfamiliar(UnfamiliarFace face) {}

  /**
   * Somebody, matched or not, has been out of sight for a while or the stream has ended.
   *
   * @param largestFace the largest height that the face had, in pixels of pictures of that width
   */
  default void passed(CameraId camera, float largestFace, int pictureWidth) {}

  /**
   * A matched track has ended.
   *
   * @param sighting what was said when it was matched
   * @param lastSeconds media time at which its face was last seen
   */
  default void ended(Sighting sighting, double lastSeconds) {}
}
