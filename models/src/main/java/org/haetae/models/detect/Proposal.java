package org.haetae.models.detect;

import org.haetae.domain.face.FaceBox;

/**
 * A place where a face may be.
 *
 * @param box roughly around it, in pixels of the whole picture
 * @param score 0 to 1
 */
record Proposal(FaceBox box, float score) {}
