package org.haetae.casework.vault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haetae.domain.id.OrderId;

/**
 * All faces that may be looked for now, of one model.
 *
 * @param templates by order
 * @param damaged orders of which a template can't be opened, each with a sentence that says why;
 *     none of their templates is among {@code templates}
 * @param unapproved orders of which a template waits for people to approve it
 */
public record OpenedVault(
    List<OpenedTemplate> templates, Map<OrderId, String> damaged, Set<OrderId> unapproved) {
  public OpenedVault {
    templates = List.copyOf(templates);
    damaged = Map.copyOf(damaged);
    unapproved = Set.copyOf(unapproved);
  }
}
