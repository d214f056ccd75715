package org.haetae.pipeline.sighting;

import java.util.Optional;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.RespondentId;

/**
 * A tracked face as a page may draw it.
 *
 * @param respondent whom the track was matched to, with enough evidence; empty for everybody else,
 *     whose face must not be shown
 */
public record TrackView(long track, FaceBox box, Optional<RespondentId> respondent) {}
