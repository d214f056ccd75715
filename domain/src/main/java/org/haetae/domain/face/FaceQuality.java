package org.haetae.domain.face;

/**
 * How well a face can be recognised, by components after ISO/IEC 29794-5:2025. Each component runs
 * from 0 (useless) to 1 (nothing to wish for); none of them is a probability.
 *
 * @param size inter-eye distance against what the embedder needs
 * @param sharpness focus of the aligned face
 * @param contrast spread of the aligned face's luminance
 * @param exposure share of the aligned face that is neither burnt out nor drowned in black
 * @param pose frontality in yaw, pitch and roll
 * @param confidence the detector's score, which falls with occlusion
 */
public record FaceQuality(
    float size, float sharpness, float contrast, float exposure, float pose, float confidence) {

  /**
   * One number from the components: their geometric mean, so that one bad component can't be bought
   * off by the others. The standard leaves the fusion open; this one is ours.
   */
  public float unified() {
    double product = (double) size * sharpness * contrast * exposure * pose * confidence;
    return (float) Math.pow(Math.max(0, product), 1.0 / 6);
  }
}
