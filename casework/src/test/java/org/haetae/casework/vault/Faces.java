package org.haetae.casework.vault;

import java.util.Random;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;

/** Faces that no camera has seen. */
public final class Faces {
  public static final ModelId MODEL = new ModelId("net", "1");

  private Faces() {}

  public static Template face(long seed) {
    return face(seed, MODEL);
  }

  static Template face(long seed, ModelId model) {
    Random random = new Random(seed);
    float[] vector = new float[512];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return new Template(Embedding.normalised(vector), 0.75f, model);
  }

  /** As it would stand on a disk if it were not sealed. */
  public static byte[] clear(Template face) {
    return FaceBytes.of(face);
  }

  public static boolean same(Template one, Template other) {
    return one.embedding().cosine(other.embedding()) > 0.99999f
        && Math.abs(one.quality() - other.quality()) < 1e-6
        && one.model().equals(other.model());
  }
}
