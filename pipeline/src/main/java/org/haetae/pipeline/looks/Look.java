package org.haetae.pipeline.looks;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceQuality;

/** One embedded glimpse of a tracked face. Lives in memory only. */
public record Look(DetectedFace face, FaceQuality quality, Embedding embedding, double seconds) {}
