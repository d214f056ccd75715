package org.haetae.pipeline.evidence;

/**
 * What a policy demands against a gallery of one size; computed when the size changes, not at each
 * look.
 */
record Bounds(int gallerySize, double score, double accept, double reject) {

  static Bounds of(EvidencePolicy policy, int gallerySize) {
    return new Bounds(
        gallerySize,
        policy.scoreThreshold(gallerySize),
        policy.acceptBound(gallerySize),
        policy.rejectBound(gallerySize));
  }
}
