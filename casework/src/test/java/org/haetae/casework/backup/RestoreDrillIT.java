package org.haetae.casework.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.haetae.casework.crash.DoomedProcess;
import org.haetae.casework.vault.tink.BackupKey;
import org.haetae.domain.id.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The restore drill: backups are made of a site that writes all the time and brought back on
 * another machine, and both are killed on the way. {@code -Dhaetae.crash.kills=N} kills N times.
 */
class RestoreDrillIT {
  private static final int KILLS = Integer.getInteger("haetae.crash.kills", 4);
  private static final BackupWatcher SILENT = (_, _, _) -> {};
  private static final byte[] PICTURE = "a lock that is broken".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Kept here = SampleSite.in(Path.of(""));
  private Path keyFile = Path.of("");
  private Random random = new Random(0);
  private String seed = "";
  private String picture = "";

  @BeforeEach
  void site() throws Exception {
    here = SampleSite.in(Files.createDirectory(folder.resolve("here")));
    keyFile = new BackupKeys(folder.resolve("backup-keys")).take(Instant.now()).file();
    long number = Long.getLong("haetae.seed", System.nanoTime());
    random = new Random(number);
    seed = "seed " + number;
    System.out.println(seed);
  }

  @Test
  void whatIsBackedUpWhileTheSiteWritesIsOneMomentOfIt() throws Exception {
    try (SampleSite site = SampleSite.open(here)) {
      AtomicBoolean end = new AtomicBoolean();
      AtomicLong written = new AtomicLong();
      Thread writer = Thread.ofPlatform().start(() -> write(site, end, written));
      try {
        for (int round = 0; round < 4; round++) {
          long before = written.get();
          Path file = folder.resolve(round + ".backup");
          Backup.Made made = new Backup(here, SILENT).to(file, key(), Instant.now());
          compare(file, round, before, made.facts().rows().getOrDefault("outbox", 0L));
          assertTrue(written.get() > before, "nothing was written meanwhile");
        }
      } finally {
        end.set(true);
        writer.join();
      }
    }
  }

  private BackupKey key() {
    return BackupKeys.read(keyFile);
  }

  /** Orders with faces now and then, so that keys are made and destroyed, too. */
  private static void write(SampleSite site, AtomicBoolean end, AtomicLong written) {
    while (!end.get()) {
      long number = written.get() + 1;
      site.notice(number);
      written.set(number);
      if (number % 20 == 1) {
        site.enrol("order-" + number);
      }
      if (number % 40 == 1) {
        site.revoke("order-" + number);
      }
    }
  }

  private void compare(Path file, int round, long before, long counted) throws Exception {
    Kept there = SampleSite.in(Files.createDirectory(folder.resolve("there-" + round)));
    Files.copy(here.masterKey(), there.masterKey(), StandardCopyOption.COPY_ATTRIBUTES);
    var wish = new Restore.Wish(file, key(), there.masterKey(), Set.of(), false);
    var _ = new Restore(there, SILENT).from(wish, Instant.now());
    try (SampleSite restored = SampleSite.open(there)) {
      long notices = restored.notices();
      assertEquals(counted, notices);
      assertTrue(notices >= before, () -> notices + " of " + before);
      Map<String, Boolean> faces = restored.faces();
      assertFalse(faces.containsValue(false), () -> faces.toString());
      for (long number = 21; number < notices; number += 40) {
        assertTrue(faces.containsKey("order-" + number), () -> faces.toString());
      }
    }
  }

  @Test
  void aBackupThatWasKilledIsNotThereOrWhole() throws Exception {
    String text = fill(400);
    Path file = folder.resolve("killed.backup");
    long whole = took("backup", file);
    Files.delete(file);
    for (int kill = 0; kill < KILLS; kill++) {
      boolean done = killed("backup", file, whole);
      if (Files.exists(file)) {
        assertOpens(file);
        Files.delete(file);
      } else {
        assertFalse(done, seed);
      }
      Path half = folder.resolve(".killed.backup.half");
      if (Files.exists(half) && Files.size(half) > 0) {
        assertRefusedOrWhole(half);
      }
    }
    var _ = new Backup(here, SILENT).to(file, key(), Instant.now());
    assertOpens(file);
    Kept there = SampleSite.in(Files.createDirectory(folder.resolve("there")));
    for (String key : List.of("master.key", "audit.key")) {
      Files.copy(
          folder.resolve("here").resolve(key),
          folder.resolve("there").resolve(key),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    var wish = new Restore.Wish(file, key(), there.masterKey(), Set.of(), false);
    var _ = new Restore(there, SILENT).from(wish, Instant.now());
    try (SampleSite site = SampleSite.open(there)) {
      assertEquals(text, site.text());
      assertArrayEquals(PICTURE, site.photograph(picture).orElseThrow());
      assertEquals(List.of(), site.verified().findings());
      assertFalse(site.anybodyCanComeIn());
    }
  }

  private void assertOpens(Path file) throws Exception {
    Path database = Files.createTempFile(folder, "opened", ".db");
    var _ = new BackupReader(file, key(), SILENT).read(database);
  }

  private void assertRefusedOrWhole(Path half) throws Exception {
    try {
      assertOpens(half);
    } catch (BackupException e) {
      assertTrue(e.getMessage() != null, seed);
    }
  }

  @Test
  void aRestoreThatWasKilledLeavesTheOldOrTheNew() throws Exception {
    var _ = fill(300);
    Path file = folder.resolve("site.backup");
    var _ = new Backup(here, SILENT).to(file, key(), Instant.now());
    long notices;
    try (SampleSite site = SampleSite.open(here)) {
      site.erase(ERASED);
      notices = site.notices();
    }
    long whole = took("restore", file);
    int olds = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      try (SampleSite site = SampleSite.open(here)) {
        site.enrol("order-of-later-" + kill);
      }
      boolean done = killed("restore", file, whole);
      try (SampleSite site = SampleSite.open(here)) {
        site.assertFace("order-0");
        assertEquals(notices, site.notices(), seed);
        assertTrue(site.has(SampleSite.CASE), seed);
        assertFalse(site.has(ERASED), seed);
        assertArrayEquals(PICTURE, site.photograph(picture).orElseThrow());
        assertEquals(List.of(), site.verified().findings(), seed);
        if (site.knows("order-of-later-" + kill)) {
          assertFalse(done, seed);
          site.assertFace("order-of-later-" + kill);
          olds++;
        }
      }
    }
    System.out.printf("%d kills left the old one %d times%n", KILLS, olds);
    var wish = new Restore.Wish(file, key(), here.masterKey(), Set.of(), true);
    var _ = new Restore(here, SILENT).from(wish, Instant.now());
  }

  private static final CaseId ERASED = new CaseId("case-erased-since");

  /** Whatever a site can hold; returns how it reads. */
  private String fill(int notices) {
    try (SampleSite site = SampleSite.open(here)) {
      site.openCase(SampleSite.CASE);
      site.openCase(ERASED);
      site.enrol("order-0");
      site.incident("order-0");
      picture = site.photograph(PICTURE);
      site.signIn();
      site.checkpoint();
      site.notices(notices);
      return site.text();
    }
  }

  /** How long it takes after it began, in nanoseconds, when nobody kills it. */
  private long took(String what, Path file) throws Exception {
    Process process = start(what, file);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("begins", out.readLine());
      long begin = System.nanoTime();
      assertEquals("done", out.readLine());
      return System.nanoTime() - begin;
    } finally {
      process.waitFor();
    }
  }

  /** Kills within that time or a little after; answers whether it said that it was done. */
  private boolean killed(String what, Path file, long whole) throws Exception {
    Process process = start(what, file);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("begins", out.readLine());
      LockSupport.parkNanos(random.nextLong(whole * 5 / 4));
      process.toHandle().destroyForcibly();
      return "done".equals(out.readLine());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(String what, Path file) throws Exception {
    return DoomedProcess.start(
        DoomedBackup.class,
        what,
        here.database().resolveSibling(".").toString(),
        file.toString(),
        keyFile.toString());
  }
}
