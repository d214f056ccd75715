package org.haetae.casework.vault;

import java.util.List;
import org.haetae.domain.face.Template;

/**
 * Templates that were made together.
 *
 * @param source the photographs they were made from, known by a digest; the same photographs have
 *     the same one whatever the model
 * @param templates at least one
 */
public record FaceSet(String source, List<Template> templates) {
  public FaceSet {
    templates = List.copyOf(templates);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("an enrolment without a face is none");
    }
  }
}
