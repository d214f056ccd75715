package org.haetae.casework.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.ledger.ErasedRefusal;
import org.haetae.casework.store.Owner;
import org.haetae.casework.vault.DestroyedKeys;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.Rotation;
import org.haetae.casework.vault.VaultException;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final BackupWatcher SILENT = (_, _, _) -> {};
  private static final byte[] PICTURE = "a lock that is broken".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Kept here = SampleSite.in(Path.of(""));
  private Kept elsewhere = SampleSite.in(Path.of(""));
  private BackupKeys keys = new BackupKeys(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void paths() throws Exception {
    here = SampleSite.in(Files.createDirectory(folder.resolve("here")));
    elsewhere = SampleSite.in(Files.createDirectory(folder.resolve("elsewhere")));
    keys = new BackupKeys(folder.resolve("backup-keys"));
    file = folder.resolve("site.backup");
  }

  private Backup.Made backUp() {
    return new Backup(here, SILENT).to(file, keys.take(NOW).key(), NOW);
  }

  private Restore.Wish wish(boolean replace) {
    return wish(here.masterKey(), Set.of(), replace);
  }

  private Restore.Wish wish(Path masterThen, Set<String> destroyed, boolean replace) {
    return new Restore.Wish(file, keys.take(NOW).key(), masterThen, destroyed, replace);
  }

  private Restore.Done restored(Kept to, boolean replace) {
    return new Restore(to, SILENT).from(wish(replace), NOW);
  }

  private void masterKeyIsBroughtAlong() throws Exception {
    Files.copy(here.masterKey(), elsewhere.masterKey(), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void refused(String saying, Executable work) {
    BackupException refusal = assertThrows(BackupException.class, work);
    String sentence = String.valueOf(refusal.getMessage());
    assertTrue(sentence.contains(saying), sentence);
    assertFalse(sentence.contains("\n"), sentence);
  }

  @Test
  void whatASiteKnewIsThereOnAnotherMachine() throws Exception {
    String picture;
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.enrol("order-2");
      site.notice(1);
      picture = site.photograph(PICTURE);
      Backup.Made made = backUp();
      assertEquals(2, made.facts().rows().get("template"));
      assertEquals(List.of(), made.damaged());
      // Two faces and a picture; three witnesses, two secrets; three orders' text.
      assertEquals(11, made.keys());
      site.enrol("order-of-later");
    }
    masterKeyIsBroughtAlong();
    Restore.Done done = restored(elsewhere, false);
    assertEquals(NOW, done.made());
    assertEquals(Set.of(), done.forgotten());
    assertTrue(done.aside().isEmpty());
    try (SampleSite site = SampleSite.open(elsewhere)) {
      assertEquals(Map.of("order-1", true, "order-2", true), site.faces());
      assertFalse(site.knows("order-of-later"));
      assertEquals(1, site.notices());
      assertArrayEquals(PICTURE, site.photograph(picture).orElseThrow());
    }
  }

  @Test
  void onlyTheOwnerCanReadABackupAndNothingOfItIsInTheClear() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      var _ = backUp();
    }
    assertEquals("rw-------", permissions(file));
    assertEquals("rw-------", permissions(keys.take(NOW).file()));
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("order-1"));
    assertFalse(text.contains("SQLite"));
    assertFalse(text.contains("destroyed"));
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nothingIsLeftBesideTheDatabase() throws Exception {
    try (SampleSite _ = SampleSite.open(here)) {
      Files.createDirectory(
          folder.resolve("here/.haetae.db.copies"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.writeString(folder.resolve("here/.haetae.db.copies/snapshot"), "of a killed process");
      Files.writeString(folder.resolve(".site.backup.half"), "of a killed process");
      var _ = backUp();
    }
    try (Stream<Path> left = Files.list(folder.resolve("here/.haetae.db.copies"))) {
      assertEquals(List.of("lock"), left.map(each -> each.getFileName().toString()).toList());
    }
    assertFalse(Files.exists(folder.resolve(".site.backup.half")));
  }

  @Test
  void theWrongKeyIsRefused() throws Exception {
    SampleSite.open(here).close();
    var _ = backUp();
    BackupKeys others = new BackupKeys(folder.resolve("other-keys"));
    Restore.Wish wish =
        new Restore.Wish(file, others.take(NOW).key(), here.masterKey(), Set.of(), true);
    refused("was sealed with another key", () -> new Restore(here, SILENT).from(wish, NOW));
    // Even one that claims to be the right one.
    String id = others.take(NOW).key().id();
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String claimed = text.replaceFirst("key [0-9a-f]+", "key " + id);
    Files.write(file, claimed.getBytes(StandardCharsets.ISO_8859_1));
    refused("altered or cut short", () -> new Restore(here, SILENT).from(wish, NOW));
  }

  @Test
  void noBitCanBeChangedAndNoByteTakenOrAdded() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    SampleSite.open(here).close();
    var _ = backUp();
    byte[] whole = Files.readAllBytes(file);
    masterKeyIsBroughtAlong();
    for (int time = 0; time < 100; time++) {
      byte[] other =
          switch (time % 5) {
            case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length));
            case 1 -> Arrays.copyOf(whole, whole.length + 1 + random.nextInt(9000));
            case 2 -> flipped(whole, random.nextInt(80), random);
            default -> flipped(whole, random.nextInt(whole.length), random);
          };
      Files.write(file, other);
      assertThrows(
          BackupException.class, () -> restored(elsewhere, false), "seed " + seed + " " + time);
      assertFalse(Files.exists(elsewhere.database()));
      assertFalse(Files.exists(elsewhere.keys().resolve("witness")));
    }
    Files.write(file, whole);
    var _ = restored(elsewhere, false);
  }

  private static byte[] flipped(byte[] whole, int at, Random random) {
    byte[] other = whole.clone();
    other[at] ^= (byte) (1 << random.nextInt(8));
    return other;
  }

  @Test
  void whatItSaysOfItselfIsBoundToWhatItHolds() throws Exception {
    SampleSite.open(here).close();
    var _ = backUp();
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, text.replaceFirst("made 2026", "made 2025"), StandardCharsets.ISO_8859_1);
    refused("altered or cut short", () -> restored(here, true));
  }

  @Test
  void tablesOfANewerVersionAreRefused() throws Exception {
    SampleSite.open(here).close();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + here.database());
        Statement sql = database.createStatement()) {
      sql.execute(
          """
          INSERT INTO flyway_schema_history SELECT 999, '999', description, type, script, checksum,
            installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1\
          """);
    }
    var _ = backUp();
    refused("newer version of Haetae (999", () -> restored(elsewhere, false));
  }

  @Test
  void aFileThatIsNoBackupIsSaidToBeNone() throws Exception {
    Files.writeString(file, "haetae backup 2\nmade 2026-11-27T02:00:00Z\nschema 1\nkey 1\n\n");
    refused("made by a newer version", () -> restored(elsewhere, false));
    for (String text : new String[] {"", "a holiday", "x".repeat(100_000)}) {
      Files.writeString(file, text);
      refused("is no backup of Haetae", () -> restored(elsewhere, false));
    }
    Files.delete(file);
    refused("can't be read", () -> restored(elsewhere, false));
  }

  @Test
  void aDatabaseThatIsThereIsPutAsideOnlyWhenAskedAndComesBack() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      var _ = backUp();
      site.enrol("order-2");
      refused("with --replace", () -> restored(here, false));
      refused("is in use", () -> restored(here, true));
      assertTrue(site.knows("order-2"));
    }
    Path aside = restored(here, true).aside().orElseThrow();
    // Not opened as a site yet: that sweeps out keys which this database doesn't need.
    Path back = new Restore(here, SILENT).undo(aside, NOW.plusSeconds(60)).orElseThrow();
    assertFalse(Files.exists(aside));
    try (SampleSite site = SampleSite.open(here)) {
      assertEquals(Map.of("order-1", true, "order-2", true), site.faces());
      refused("is in use", () -> new Restore(here, SILENT).undo(back, NOW));
    }
    Path _ = new Restore(here, SILENT).undo(back, NOW.plusSeconds(120)).orElseThrow();
    try (SampleSite site = SampleSite.open(here)) {
      assertEquals(Map.of("order-1", true), site.faces());
    }
  }

  @Test
  void aKeyThatWasDestroyedSinceStaysDestroyed() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.enrol("order-2");
      var _ = backUp();
      site.revoke("order-1");
    }
    Restore.Done done = restored(here, true);
    assertEquals(Set.of(new OrderId("order-1")), done.forgotten());
    try (SampleSite site = SampleSite.open(here)) {
      assertEquals(Map.of("order-2", true), site.faces());
    }
  }

  @Test
  void theListOfDestroyedKeysServesWhereTheFolderIsLost() throws Exception {
    Path list = folder.resolve("copy-of-destroyed");
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.enrol("order-2");
      var _ = backUp();
      site.revoke("order-1");
      Files.copy(here.keys().resolve("destroyed"), list);
    }
    masterKeyIsBroughtAlong();
    Restore.Wish wish = wish(here.masterKey(), DestroyedKeys.read(list), false);
    Restore.Done done = new Restore(elsewhere, SILENT).from(wish, NOW);
    assertEquals(Set.of(new OrderId("order-1")), done.forgotten());
    assertEquals(
        DestroyedKeys.read(list), DestroyedKeys.read(elsewhere.keys().resolve("destroyed")));
    try (SampleSite site = SampleSite.open(elsewhere)) {
      assertEquals(Map.of("order-2", true), site.faces());
    }
  }

  @Test
  void aLaterBackupKnowsWhatWasDestroyedBeforeIt() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.revoke("order-1");
      var _ = backUp();
    }
    masterKeyIsBroughtAlong();
    var _ = restored(elsewhere, false);
    assertEquals(1, DestroyedKeys.read(elsewhere.keys().resolve("destroyed")).size());
  }

  @Test
  void theMasterKeyIsInNoBackupAndMustBeTheRightOne() throws Exception {
    SampleSite.open(here).close();
    var _ = backUp();
    Restore other = new Restore(elsewhere, SILENT);
    refused("put back the copy", () -> other.from(wish(false), NOW));
    SampleSite.open(elsewhere).close();
    Files.delete(elsewhere.database());
    Restore.Wish own = wish(elsewhere.masterKey(), Set.of(), false);
    refused("is not the one of the keys in the backup", () -> other.from(own, NOW));
    // A site that began anew names its columns' keys otherwise: the two can't be one.
    refused("are of another site", () -> other.from(wish(false), NOW));
  }

  @Test
  void aSiteThatWentItsOwnWayIsNotMixedWithTheOneThatItCameFrom() throws Exception {
    SampleSite.open(here).close();
    var _ = backUp();
    masterKeyIsBroughtAlong();
    var _ = restored(elsewhere, false);
    try (SampleSite one = SampleSite.open(here);
        SampleSite two = SampleSite.open(elsewhere)) {
      one.enrol("order-1");
      two.enrol("order-1");
    }
    Files.delete(file);
    var _ = backUp();
    refused("went their own way", () -> restored(elsewhere, true));
    try (SampleSite two = SampleSite.open(elsewhere)) {
      two.assertFace("order-1");
    }
  }

  @Test
  void aMasterKeyThatWasChangedSinceWrapsWhatComesBack() throws Exception {
    String before;
    String picture;
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.openCase(SampleSite.CASE);
      picture = site.photograph(PICTURE);
      before = site.text();
      var _ = backUp();
    }
    Path then = folder.resolve("old-master");
    Files.copy(here.masterKey(), then, StandardCopyOption.COPY_ATTRIBUTES);
    assertTrue(new Rotation(here.places()).rotate() > 5);
    refused("name the one of that time", () -> restored(here, true));
    // Half of the keys lost, half of them there: both must open by the new one.
    Files.delete(here.keys().resolve("columns/shelf"));
    Files.delete(here.keys().resolve("columns/names.secret"));
    Files.delete(here.keys().resolve("columns/blind-index.secret"));
    var _ = new Restore(here, SILENT).from(wish(then, Set.of(), true), NOW);
    Files.delete(then);
    try (SampleSite site = SampleSite.open(here)) {
      site.assertFace("order-1");
      assertEquals(before, site.text());
      assertArrayEquals(PICTURE, site.photograph(picture).orElseThrow());
    }
    Files.delete(file);
    assertEquals(List.of(), backUp().damaged());
  }

  @Test
  void whatIsWrittenAboutPeopleReadsTheSameAndLiesNowhereInTheClear() throws Exception {
    String before;
    List<AuditRecord> trail;
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.openCase(SampleSite.CASE);
      site.incident("order-1");
      site.checkpoint();
      before = site.text();
      assertTrue(before.contains("Kim"), before);
      assertTrue(before.contains("1234"), before);
      trail = site.trail();
      Backup.Made made = backUp();
      assertEquals(trail.size(), made.trail().number());
      assertEquals(List.of(), made.trail().faults());
      site.openCase(new CaseId("case-of-later"));
    }
    masterKeyIsBroughtAlong();
    Files.copy(folder.resolve("here/audit.key"), folder.resolve("elsewhere/audit.key"));
    Files.setPosixFilePermissions(
        folder.resolve("elsewhere/audit.key"), PosixFilePermissions.fromString("rw-------"));
    assertEquals(trail.size(), restored(elsewhere, false).trail().number());
    try (SampleSite site = SampleSite.open(elsewhere)) {
      assertEquals(before, site.text());
      assertEquals(trail, site.trail().subList(0, trail.size()));
      assertFalse(site.has(new CaseId("case-of-later")));
      assertEquals(List.of(), site.verified().findings());
      assertEquals(1, site.verified().checkpoints());
      site.openCase(new CaseId("case-of-later"));
    }
    List<String> words = new ArrayList<>(Marked.WORDS);
    words.add("1234-5678");
    assertEquals(List.of(), Marked.found(folder, words));
  }

  @Test
  void aCaseThatWasErasedSinceIsErasedAgain() throws Exception {
    CaseId stays = new CaseId("case-that-stays");
    String picture;
    Path list = folder.resolve("copy-of-destroyed");
    try (SampleSite site = SampleSite.open(here)) {
      site.openCase(SampleSite.CASE);
      site.openCase(stays);
      picture = site.photograph(PICTURE);
      var _ = backUp();
      site.erase(SampleSite.CASE);
      assertFalse(site.has(SampleSite.CASE));
      Files.copy(here.keys().resolve("destroyed"), list);
    }
    Set<Owner> erased = Set.of(Owner.of(SampleSite.CASE));
    assertEquals(erased, restored(here, true).erased());
    masterKeyIsBroughtAlong();
    Restore.Wish wish = wish(here.masterKey(), DestroyedKeys.read(list), false);
    assertEquals(erased, new Restore(elsewhere, SILENT).from(wish, NOW).erased());
    for (Kept kept : List.of(here, elsewhere)) {
      try (SampleSite site = SampleSite.open(kept)) {
        assertFalse(site.has(SampleSite.CASE));
        assertTrue(site.has(stays));
        assertEquals(Optional.empty(), site.photograph(picture));
        assertThrows(ErasedRefusal.class, () -> site.openCase(SampleSite.CASE));
      }
    }
    // Without the list nobody knows.
    Kept lost = SampleSite.in(Files.createDirectory(folder.resolve("lost")));
    Files.copy(here.masterKey(), lost.masterKey(), StandardCopyOption.COPY_ATTRIBUTES);
    assertEquals(Set.of(), restored(lost, false).erased());
    try (SampleSite site = SampleSite.open(lost)) {
      assertTrue(site.has(SampleSite.CASE));
    }
  }

  @Test
  void anErasedOrderStandsInNobodysWay() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      site.enrol("order-2");
      var _ = backUp();
      site.revoke("order-1");
      site.eraseKey(Owner.of(new OrderId("order-1")));
    }
    assertEquals(Set.of(Owner.of(new OrderId("order-1"))), restored(here, true).erased());
    try (SampleSite site = SampleSite.open(here)) {
      assertEquals(Map.of("order-2", true), site.faces());
      assertFalse(site.knows("order-1"));
      site.due();
    }
  }

  @Test
  void nobodyIsSignedInAfterwards() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.signIn();
      var _ = backUp();
      assertTrue(site.anybodyCanComeIn());
    }
    Path aside = restored(here, true).aside().orElseThrow();
    try (SampleSite site = SampleSite.open(here)) {
      assertFalse(site.anybodyCanComeIn());
      assertEquals(
          AuditAct.SESSION_END, site.trail().getLast().entry().note().act(), "it is audited");
    }
    var _ = new Restore(here, SILENT).undo(aside, NOW.plusSeconds(60));
    try (SampleSite site = SampleSite.open(here)) {
      assertFalse(site.anybodyCanComeIn());
    }
  }

  @Test
  void theTrailSaysThatItWentBackAndCriesNoFoul() throws Exception {
    long last;
    long lost;
    try (SampleSite site = SampleSite.open(here)) {
      site.openCase(SampleSite.CASE);
      site.checkpoint();
      last = site.entries();
      var _ = backUp();
      for (int i = 0; i < 3; i++) {
        site.enrol("order-" + i);
        site.checkpoint();
      }
      lost = site.entries();
      assertEquals(List.of(), site.verified().restored());
    }
    Instant then = Instant.now();
    byte[] database = Files.readAllBytes(here.database());
    Restore.Done done = new Restore(here, SILENT).from(wish(true), then);
    assertEquals(last, done.trail().number());
    assertEquals(lost, done.known());
    String said =
        "restored from a backup of %s, back to entry %d, by the house itself at %s (entry %d); what stood in entries %d to %d before is not in this trail"
            .formatted(NOW, last, micros(then), last + 1, last + 1, lost);
    try (SampleSite site = SampleSite.open(here)) {
      for (int i = 0; i < 2; i++) {
        assertEquals(List.of(), site.verified().findings());
        assertEquals(List.of(said), site.verified().restored());
        site.enrol("order-of-later-" + i);
        site.checkpoint();
      }
    }
    // Taken back: now the entries since the restore are the ones that are not there.
    var _ = new Restore(here, SILENT).undo(done.aside().orElseThrow(), Instant.now());
    try (SampleSite site = SampleSite.open(here)) {
      assertEquals(List.of(), site.verified().findings());
      assertEquals(1, site.verified().restored().size());
      assertTrue(site.verified().restored().get(0).contains("the database of before"));
    }
    // Whoever puts the file back by hand is found out.
    Files.write(here.database(), database);
    try (SampleSite site = SampleSite.open(here)) {
      assertFalse(site.verified().findings().isEmpty());
    }
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  @Test
  void aTrailThatWasTamperedWithIsBackedUpAndToldOf() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.openCase(SampleSite.CASE);
    }
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + here.database());
        Statement sql = database.createStatement()) {
      sql.execute("DROP TRIGGER audit_entry_no_update");
      assertEquals(1, sql.executeUpdate("UPDATE audit_entry SET actor = 'eve' WHERE number = 2"));
    }
    assertEquals(List.of("entry 2 was changed after it was written"), backUp().trail().faults());
    assertEquals(
        List.of("entry 2 was changed after it was written"), restored(here, true).trail().faults());
  }

  @Test
  void aKeyIsListedBeforeItIsBuried() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.openCase(SampleSite.CASE);
      Path list = here.keys().resolve("destroyed");
      Files.createDirectory(list);
      assertThrows(VaultException.class, () -> site.eraseKey(Owner.of(SampleSite.CASE)));
      assertTrue(site.text().contains("Kim"));
      Files.delete(list);
      site.eraseKey(Owner.of(SampleSite.CASE));
      assertEquals(1, DestroyedKeys.read(list).size());
    }
  }

  @Test
  void keysOfAnotherMasterKeyAreNotMixed() throws Exception {
    SampleSite.open(here).close();
    var _ = backUp();
    SampleSite.open(elsewhere).close();
    Files.delete(elsewhere.database());
    Files.copy(here.masterKey(), elsewhere.masterKey(), StandardCopyOption.REPLACE_EXISTING);
    refused("belong to another master key", () -> restored(elsewhere, false));
  }

  @Test
  void aDamagedKeyIsLeftOutAndSaid() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      site.enrol("order-1");
      try (Stream<Path> all = Files.list(here.keys())) {
        Path key = all.filter(each -> each.toString().endsWith(".key")).findAny().orElseThrow();
        Files.write(key, new byte[] {1, 2, 3});
        assertEquals(List.of(key.getFileName().toString()), backUp().damaged());
      }
    }
  }

  @Test
  void aDamagedDatabaseIsNoBackup() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      for (int i = 0; i < 40; i++) {
        site.notice(i);
      }
    }
    byte[] bytes = Files.readAllBytes(here.database());
    Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
    Files.write(here.database(), bytes);
    refused("could not be made", this::backUp);
    assertFalse(Files.exists(file));
    assertFalse(Files.exists(folder.resolve(".site.backup.half")));
  }

  @Test
  void nothingIsOverwrittenAndNothingIsMadeOutOfNothing() throws Exception {
    refused("has the site ever run", this::backUp);
    assertFalse(Files.exists(here.database()));
    SampleSite.open(here).close();
    Files.writeString(file, "mine");
    refused("is not overwritten", this::backUp);
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aWeekHasOneKeyAndWhenItIsDestroyedNobodyOpensItsBackups() throws Exception {
    SampleSite.open(here).close();
    var _ = backUp();
    BackupKeys.Taken friday = keys.take(NOW);
    assertFalse(friday.isNew());
    assertEquals("2026-W48.key", friday.file().getFileName().toString());
    // Its week ended on Monday the 30th, at midnight.
    Duration keep = Duration.ofDays(28);
    Instant end = Instant.parse("2026-11-30T00:00:00Z").plus(keep);
    assertTrue(keys.take(NOW.plus(Duration.ofDays(3))).isNew());
    Files.writeString(folder.resolve("backup-keys/notes.key"), "of somebody else");
    assertEquals(List.of(), keys.destroyOlder(keep, end));
    assertEquals(List.of(friday.file()), keys.destroyOlder(keep, end.plusSeconds(1)));
    refused("can't be opened by anybody", () -> BackupKeys.read(friday.file()));
    assertTrue(Files.exists(folder.resolve("backup-keys/2026-W49.key")));
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws Exception {
    Path key = keys.take(NOW).file();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    refused("is open to others than its owner", () -> BackupKeys.read(key));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.write(key, new byte[] {9});
    refused("is no key of a backup", () -> BackupKeys.read(key));
  }
}
