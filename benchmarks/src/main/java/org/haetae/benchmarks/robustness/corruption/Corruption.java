package org.haetae.benchmarks.robustness.corruption;

import java.util.List;
import java.util.Random;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;

/**
 * One way to spoil the picture of a face. The same picture, face, severity and seed give the same
 * bytes. Severities run from 1 (to be noticed) to {@value #WORST}. Safe for many threads.
 */
public sealed interface Corruption
    permits Mask,
        Hood,
        Sunglasses,
        LowLight,
        Backlight,
        Rain,
        MotionBlur,
        Defocus,
        Compression,
        Small {
  int WORST = 5;

  /** In one or two words. */
  String name();

  /** What this severity is, in a few words. */
  String step(int severity);

  /**
   * Writes into the picture, whose size stays.
   *
   * @param face the face as it was found in the picture before
   * @param random all chance of it
   */
  void spoil(Bitmap picture, DetectedFace face, int severity, Random random);

  /** Where the face is afterwards. */
  default FaceBox moved(FaceBox box, Bitmap picture, int severity) {
    return box;
  }

  /** All of them, in the order of the table. */
  static List<Corruption> all() {
    return List.of(
        new Mask(),
        new Hood(),
        new Sunglasses(),
        new LowLight(),
        new Backlight(),
        new Rain(),
        new MotionBlur(),
        new Defocus(),
        new Compression(),
        new Small());
  }

  /** A spoilt copy. */
  default Bitmap applied(Bitmap picture, DetectedFace face, int severity, long seed) {
    if (severity < 1 || severity > WORST) {
      throw new IllegalArgumentException("severities run from 1 to %d".formatted(WORST));
    }
    Bitmap copy = picture.copy();
    spoil(copy, face, severity, new Random(seed));
    return copy;
  }
}
