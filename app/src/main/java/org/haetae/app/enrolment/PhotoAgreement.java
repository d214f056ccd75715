package org.haetae.app.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.EmbeddingMean;

/**
 * Whether photographs of one respondent show one face. One that was put into the wrong folder, or
 * that is so bad that its embedding is noise, would hunt somebody else.
 */
final class PhotoAgreement {
  /**
   * Below this cosine to the mean of two others or more a photograph shows another face. On 100
   * photographs of ten people (benchmarks/RESULTS.md, "Agreement") a person's own photograph was
   * never below 0.406, and a stranger's never above 0.317.
   */
  private static final float SAME_AS_SEVERAL = 0.4f;

  /** The same for two photographs: 0.333 and 0.323, hardly to be told apart. */
  private static final float SAME_AS_ONE = 0.3f;

  private PhotoAgreement() {}

  /** Photographs that agree, and those that don't agree with them. */
  record Judged(List<PhotoResult.Accepted> agreeing, List<PhotoResult.Accepted> others) {}

  /**
   * Leaves out the one that agrees least, as long as one does not agree. Of two that don't agree
   * with each other nobody can say which is right, so neither is.
   */
  static Judged of(List<PhotoResult.Accepted> photographs) {
    List<PhotoResult.Accepted> agreeing = new ArrayList<>(photographs);
    List<PhotoResult.Accepted> others = new ArrayList<>();
    while (agreeing.size() > 1) {
      int worst = worst(agreeing);
      float needed = agreeing.size() == 2 ? SAME_AS_ONE : SAME_AS_SEVERAL;
      if (cosineToOthers(agreeing, worst) >= needed) {
        break;
      }
      if (agreeing.size() == 2) {
        others.addAll(agreeing);
        agreeing.clear();
      } else {
        others.add(agreeing.remove(worst));
      }
    }
    return new Judged(List.copyOf(agreeing), List.copyOf(others));
  }

  private static int worst(List<PhotoResult.Accepted> photographs) {
    int worst = 0;
    for (int i = 1; i < photographs.size(); i++) {
      if (cosineToOthers(photographs, i) < cosineToOthers(photographs, worst)) {
        worst = i;
      }
    }
    return worst;
  }

  private static float cosineToOthers(List<PhotoResult.Accepted> photographs, int one) {
    EmbeddingMean mean = new EmbeddingMean();
    for (int i = 0; i < photographs.size(); i++) {
      if (i != one) {
        mean.add(embedding(photographs.get(i)), 1);
      }
    }
    return mean.mean().cosine(embedding(photographs.get(one)));
  }

  private static Embedding embedding(PhotoResult.Accepted photograph) {
    return photograph.template().embedding();
  }
}
