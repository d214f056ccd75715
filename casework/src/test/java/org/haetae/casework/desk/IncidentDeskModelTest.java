package org.haetae.casework.desk;

import java.nio.file.Path;
import java.time.ZoneId;
import org.haetae.casework.RandomLives;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten years of a site's incidents at random against a plain model: alerts alone, again and in
 * storms, people who do the right and the wrong things, couriers that fail, processes that end in
 * the midst of a step and begin again under another plan or with a clock that was set back.
 */
class IncidentDeskModelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Seoul", "America/New_York", "Europe/Berlin"})
  void tenYearsAgreeWithThePlainModel(String zone) {
    RandomLives.play(
        1,
        random -> {
          Path file = folder.resolve("life-%d.db".formatted(random.nextLong()));
          try (IncidentLife life = new IncidentLife(random, ZoneId.of(zone), file)) {
            life.play();
          }
        });
  }
}
