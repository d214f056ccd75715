package org.haetae.casework.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.SettableClock;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightLogTest {
  private static final String SITE = "jongno";
  private static final CameraId DOOR = new CameraId("door");
  private static final Blindness COVERED = new Blindness.OfCamera(DOOR, CameraState.BLACK);
  private static final Blindness OFF = new Blindness.OfSite();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  private Store store() {
    return Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
  }

  private SightLog log(Store store) {
    return new SightLog(store, SITE, clock);
  }

  private static List<BlindSpell> all(Store store) {
    return store.read(
        in -> in.sight().between(SITE, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
  }

  private static TechnicalAlert covered(Instant since) {
    return new TechnicalAlert(DOOR, new PlaceId("home"), CameraState.BLACK, "too dark", since);
  }

  @Test
  void aTroubleIsOneSpellFromItsBeginToItsEnd() {
    try (Store store = store()) {
      SightLog log = log(store);
      Instant since = clock.instant();
      log.begin();
      clock.advance(Duration.ofSeconds(20));
      log.take(new TechnicalAlertEvent.Raised(covered(since), clock.instant()));
      log.write();
      BlindSpell start = new BlindSpell(OFF, since, Optional.of(since));
      assertEquals(List.of(start, new BlindSpell(COVERED, since, Optional.empty())), all(store));
      clock.advance(Duration.ofSeconds(20));
      Instant end = clock.instant();
      log.take(new TechnicalAlertEvent.Cleared(covered(since), end));
      log.write();
      log.write();
      assertEquals(List.of(start, new BlindSpell(COVERED, since, Optional.of(end))), all(store));
    }
  }

  @Test
  void aRunThatWasKilledSawNothingFromItsLastSignOfLifeOn() {
    Instant seen;
    Instant dark;
    try (Store store = store()) {
      SightLog log = log(store);
      log.begin();
      clock.advance(Duration.ofMinutes(5));
      dark = clock.instant();
      log.take(new TechnicalAlertEvent.Raised(covered(dark), dark));
      log.write();
      clock.advance(Duration.ofMinutes(1));
      seen = clock.instant();
      store.run(in -> in.readings().site(SITE, SiteReading.NOTHING, seen));
    }
    clock.advance(Duration.ofHours(3));
    try (Store store = store()) {
      log(store).begin();
      assertEquals(
          List.of(
              new BlindSpell(COVERED, dark, Optional.of(seen)),
              new BlindSpell(OFF, seen, Optional.of(clock.instant()))),
          all(store).subList(1, 3));
    }
  }

  @Test
  void whatTheStoreRefusesWaits() {
    SightLog log;
    try (Store broken = store()) {
      log = log(broken);
      log.begin();
    }
    log.write();
    log.take(new TechnicalAlertEvent.Raised(covered(clock.instant()), clock.instant()));
    assertThrows(StoreException.class, log::write);
    assertThrows(StoreException.class, log::write, "still there");
  }
}
