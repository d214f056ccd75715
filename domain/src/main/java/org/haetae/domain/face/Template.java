package org.haetae.domain.face;

/**
 * What is kept of an enrolled face.
 *
 * @param quality unified quality of the photograph that it was made from, 0 to 1
 */
public record Template(Embedding embedding, float quality, ModelId model) {}
