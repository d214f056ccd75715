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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.haetae.casework.vault.DestroyedKeys;
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
      assertEquals(5, made.keys());
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
    // A site whose master key was changed since takes the old one for the old keys.
    var _ = other.from(wish(false), NOW);
    SampleSite.open(elsewhere).close();
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
