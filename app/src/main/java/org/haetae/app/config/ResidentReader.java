package org.haetae.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haetae.app.config.Site.Resident;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;

/**
 * Reads who is at home at places that look for unfamiliar faces.
 *
 * @param folder that paths are relative to
 * @param unfamiliar those places
 */
record ResidentReader(Path folder, Set<PlaceId> unfamiliar) {

  List<Resident> read(YamlMap root) {
    List<Resident> residents = new ArrayList<>();
    Set<RespondentId> seen = new HashSet<>();
    for (YamlMap map :
        root.list("residents", "a resident", "id", "places", "photographs", "consent")) {
      RespondentId id = map.required("id", new RespondentId("unnamed"), RespondentId::new);
      if (!seen.add(id)) {
        map.problem("id", "the resident %s stands twice".formatted(id));
      }
      Path photographs = map.required("photographs", folder, YamlMap.pathFrom(folder));
      if (map.has("photographs")
          && (!Files.isDirectory(photographs) || WatchlistFolder.pictures(photographs).isEmpty())) {
        map.problem("photographs", "there is no picture in " + photographs);
      }
      String consent = map.required("consent", "", Function.identity());
      if (map.has("consent") && consent.isBlank()) {
        map.problem("consent", "say where the consent is written down: nobody is enrolled without");
      }
      Set<PlaceId> where =
          map.texts("places").stream().map(PlaceId::new).collect(Collectors.toSet());
      where.stream()
          .filter(place -> !unfamiliar.contains(place))
          .forEach(
              place ->
                  map.problem(
                      "places",
                      "the place %s does not look for unfamiliar faces: nobody needs to be known there"
                          .formatted(place)));
      residents.add(new Resident(id, where, photographs, consent));
    }
    return residents;
  }
}
