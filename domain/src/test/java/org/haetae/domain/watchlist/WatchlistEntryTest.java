package org.haetae.domain.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.Test;

class WatchlistEntryTest {
  private static final RespondentId HAN = new RespondentId("han");

  private static Template template(String version) {
    return new Template(
        Embedding.normalised(new float[] {1, 0}), 0.8f, new ModelId("net", version));
  }

  @Test
  void nobodyIsLookedForWithoutATemplate() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new WatchlistEntry(HAN, List.of(), false));
    assertTrue(refusal.toString().contains("han"), refusal.toString());
  }

  @Test
  void templatesOfDifferentModelsAreNeverMixed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new WatchlistEntry(HAN, List.of(template("1"), template("2")), false));
  }

  @Test
  void theTemplatesAreACopy() {
    List<Template> templates = new ArrayList<>(List.of(template("1"), template("1")));
    WatchlistEntry entry = new WatchlistEntry(HAN, templates, false);
    templates.clear();
    assertEquals(2, entry.templates().size());
  }

  @Test
  void itsTextHidesTheVector() {
    String text = new WatchlistEntry(HAN, List.of(template("1")), false).toString();
    assertTrue(text.contains("Embedding[2]"), text);
  }
}
