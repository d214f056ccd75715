package org.haetae.casework.vault;

import java.util.List;

/**
 * All faces that may be looked for now, of one model.
 *
 * @param templates by order
 * @param problems a sentence for each order of which a template can't be opened; none of that
 *     order's templates is among {@code templates}
 */
public record OpenedVault(List<OpenedTemplate> templates, List<String> problems) {
  public OpenedVault {
    templates = List.copyOf(templates);
    problems = List.copyOf(problems);
  }
}
