package org.haetae.app.evaluation;

import org.haetae.domain.face.Embedding;

/** One photograph of a data set that a face was found in. */
public record Sample(String identity, String file, Embedding embedding, float faceHeight) {}
