package org.haetae.domain.watchlist;

import java.util.List;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;

/**
 * A respondent's templates.
 *
 * @param templates at least one, all of one model
 * @param wideArea looked for by every camera and not only by those of the places that an order
 *     names
 */
public record WatchlistEntry(RespondentId respondent, List<Template> templates, boolean wideArea) {
  public WatchlistEntry {
    templates = List.copyOf(templates);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException(
          "respondent %s has no template: enrol at least one photograph".formatted(respondent));
    }
    if (templates.stream().map(Template::model).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "the templates of respondent %s come from different models: enrol the photographs again"
              .formatted(respondent));
    }
  }
}
