package org.haetae.models.embed;

import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.models.align.AlignedFace;

/**
 * Turns an aligned face into a vector. One thread at a time may use it; whoever makes it closes it.
 */
public interface FaceEmbedder extends AutoCloseable {

  Embedding embed(AlignedFace face);

  /** Which network the vectors come from. */
  ModelId model();

  /** Components of each vector. */
  int dimension();

  @Override
  void close();
}
