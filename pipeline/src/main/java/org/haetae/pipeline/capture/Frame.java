package org.haetae.pipeline.capture;

import java.time.Instant;
import org.haetae.models.picture.Picture;

/**
 * One picture of a camera. Whoever holds it releases it, once; after that it must not be touched.
 * It may be handed from thread to thread but is used by one at a time.
 */
public interface Frame extends Picture {

  /** When the camera took it, by the pipeline's clock. */
  Instant capturedAt();

  /** Seconds from the beginning of the stream, by the stream's own time stamps. */
  double mediaSeconds();

  /** Which picture of its stream it is, from 0. */
  long index();

  /**
   * The picture that the camera always gives, in its own size: this one, unless a larger stream is
   * read beside it. Not to be released by itself.
   */
  default Frame always() {
    return this;
  }

  /** Gives the picture's memory back to its decoder. */
  void release();
}
