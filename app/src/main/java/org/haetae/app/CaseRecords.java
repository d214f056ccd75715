package org.haetae.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.audit.SigningKey;
import org.haetae.casework.checkpoint.CheckpointDesk;
import org.haetae.casework.checkpoint.CheckpointFile;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.erasure.Erasing;
import org.haetae.casework.office.Office;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.release.NoticePin;
import org.haetae.casework.retention.ErasureDesk;
import org.haetae.casework.retention.RetentionRound;
import org.haetae.casework.retention.RetentionRules;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.AuditKeyFile;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.Rotation;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, the orders' keys and the time by which both are written. Where the site keeps
 * neither, they lie in a temporary folder that goes with the process. Opened once, closed once.
 */
public final class CaseRecords implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaseRecords.class);

  private final Optional<Path> temporary;
  private final Path database;
  private final SealedStore sealed;
  private final KeyFolder keys;
  private final KeyFolder photographKeys;
  private final KeyFolder userKeys;
  private final ForwardClock clock;
  private final Office office;
  private final NoticePin noticePin;
  private final TrailKeeper trail;
  private final RegisterDesk register;
  private final Erasing erasing;
  private final RetentionRules retention;

  private CaseRecords(
      Optional<Path> temporary,
      Records records,
      SealedStore sealed,
      KeyFolder keys,
      KeyFolder photographKeys,
      KeyFolder userKeys,
      ForwardClock clock,
      SigningKey auditKey) {
    this.temporary = temporary;
    this.database = records.database();
    this.retention = records.retention();
    this.noticePin = new NoticePin(sealed.ring().noticeCodes());
    this.sealed = sealed;
    this.keys = keys;
    this.photographKeys = photographKeys;
    this.userKeys = userKeys;
    this.clock = clock;
    this.office = new Office(new StoredLedger(sealed.store()));
    this.trail =
        new TrailKeeper(
            new CheckpointDesk(
                sealed.store(), auditKey, new CheckpointFile(records.checkpoints()), clock));
    this.register =
        new RegisterDesk(
            sealed.store(), new BlindIndex(sealed.ring().blindIndex()), Normal.korea());
    this.erasing =
        new Erasing(
            office,
            sealed.store(),
            sealed.ring(),
            new PhotographVault(sealed.store(), photographKeys));
  }

  /**
   * @param wall the wall clock
   * @throws Problem when the database or the keys can't be opened
   */
  public static CaseRecords open(Optional<Records> kept, InstantSource wall) {
    Optional<Path> temporary = kept.isPresent() ? Optional.empty() : Optional.of(folder());
    Records records = kept.orElseGet(() -> within(temporary.orElseThrow()));
    try {
      // The keys first: they refuse a second process.
      List<KeyFolder> open = new ArrayList<>();
      try {
        KeyPlaces places = new KeyPlaces(records.keys(), records.masterKey());
        Rotation.finishInterrupted(places);
        for (Path keys : List.of(places.templates(), places.photographs(), places.users())) {
          open.add(KeyFolder.open(keys, records.masterKey()));
        }
        SigningKey auditKey = AuditKeyFile.open(records.auditKey());
        SealedStore sealed =
            SealedStore.open(new Database.Sqlite(records.database()), places, wall);
        CaseRecords opened =
            new CaseRecords(
                temporary,
                records,
                sealed,
                open.get(0),
                open.get(1),
                open.get(2),
                clock(sealed.store(), wall),
                auditKey);
        opened.resume(wall.instant());
        return opened;
      } catch (StoreException | VaultException e) {
        open.forEach(KeyFolder::close);
        throw e;
      }
    } catch (StoreException | VaultException e) {
      temporary.ifPresent(CaseRecords::remove);
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Watching goes on, whatever a disk refuses to forget. */
  private void resume(Instant now) {
    try {
      erasing.resume(now);
    } catch (StoreException | VaultException e) {
      LOG.warn("an erasure is not done yet: {}", e.getMessage());
    }
  }

  private static Records within(Path folder) {
    return new Records(
        folder.resolve("haetae.db"), folder.resolve("keys"), folder.resolve("master.key"));
  }

  private static Path folder() {
    try {
      LOG.info("incidents and faces end with this process; \"casework: database:\" keeps them");
      return Files.createTempDirectory("haetae");
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE, "no temporary folder can be made for the casework", e);
    }
  }

  /** Time must not begin before what was written down. */
  private static ForwardClock clock(Store store, InstantSource wall) {
    Instant newest =
        store.<Optional<Instant>>read(in -> in.incidents().newestEvent()).orElse(Instant.EPOCH);
    return new ForwardClock(wall, System::nanoTime, newest);
  }

  /** All that is kept. */
  public Store store() {
    return sealed.store();
  }

  /** Who people really are. */
  RegisterDesk register() {
    return register;
  }

  /** Erases cases for good; what an earlier process left over is ended already. */
  public Erasing erasing() {
    return erasing;
  }

  /** Ends what was kept long enough, each time that it is run. */
  public RetentionRound retention() {
    return new RetentionRound(office, sealed.store(), erasing, retention, clock);
  }

  /** Erases on request. */
  public ErasureDesk erasure() {
    return new ErasureDesk(office, sealed.store(), erasing, retention);
  }

  KeyFolder keys() {
    return keys;
  }

  /** The key of users' secrets. */
  KeyFolder userKeys() {
    return userKeys;
  }

  /** The keys of cases' photographs. */
  KeyFolder photographKeys() {
    return photographKeys;
  }

  NoticePin noticePin() {
    return noticePin;
  }

  /** The casework as it stands. */
  public Office office() {
    return office;
  }

  /** One that never goes back. */
  ForwardClock clock() {
    return clock;
  }

  /** The database's file. */
  Path database() {
    return database;
  }

  @Override
  public void close() {
    trail.close();
    userKeys.close();
    photographKeys.close();
    keys.close();
    sealed.close();
    temporary.ifPresent(CaseRecords::remove);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the temporary folder {} is left behind", folder);
    }
  }
}
