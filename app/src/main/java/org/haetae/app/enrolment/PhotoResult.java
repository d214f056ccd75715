package org.haetae.app.enrolment;

import java.nio.file.Path;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Template;

/** What became of one photograph. */
public sealed interface PhotoResult {

  Path file();

  /** It holds one good face. */
  record Accepted(Path file, DetectedFace face, FaceQuality quality, Template template)
      implements PhotoResult {}

  /**
   * It can't be used.
   *
   * @param reason completes the sentence "the photograph …"
   */
  record Refused(Path file, String reason) implements PhotoResult {}
}
