package org.haetae.domain.alert;

import java.time.Instant;
import java.util.List;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;

/**
 * A track that was matched to a watchlist entry with enough evidence.
 *
 * @param track number of the track, unique within its camera and run
 * @param firstSeen capture time of the track's first face
 * @param lastSeen capture time of the look that decided
 * @param box where the face stood at that look, in pixels of the camera's picture
 * @param pictureWidth width of that picture in pixels
 * @param growth relative change of the face's height per second over the track, NaN where unknown
 * @param crop the best look
 * @param glimpses some of the looks in time order, the one that decided last; empty where none but
 *     the best was kept
 */
public record Sighting(
    CameraId camera,
    long track,
    RespondentId respondent,
    Evidence evidence,
    Instant firstSeen,
    Instant lastSeen,
    FaceBox box,
    int pictureWidth,
    double growth,
    FaceCrop crop,
    List<Glimpse> glimpses) {
  public Sighting {
    glimpses = List.copyOf(glimpses);
  }

  /** The same for other reasons. */
  public Sighting because(Evidence reasons) {
    return new Sighting(
        camera,
        track,
        respondent,
        reasons,
        firstSeen,
        lastSeen,
        box,
        pictureWidth,
        growth,
        crop,
        glimpses);
  }
}
