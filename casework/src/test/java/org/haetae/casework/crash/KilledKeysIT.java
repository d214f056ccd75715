package org.haetae.casework.crash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.KeyStatus;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.SealedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process at random points while it seals text from before, and while it changes the
 * master key. After a restart every row reads as before, no planted word is left, and codes are
 * what they were. {@code -Dhaetae.crash.kills=N} kills N times each.
 */
class KilledKeysIT {
  private static final int KILLS = Integer.getInteger("haetae.crash.kills", 8);

  @TempDir Path folder;

  private static Random random() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  /** Kills a while after the process has printed {@code line}. */
  private static void killed(Path folder, String line, long nanos) throws Exception {
    Process process = DoomedProcess.start(DoomedKeys.class, folder.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String printed;
      do {
        printed = out.readLine();
        assertTrue(printed != null, "it ended by itself");
      } while (!printed.equals(line));
      LockSupport.parkNanos(nanos);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void noTextFromBeforeIsLostNorLeft() throws Exception {
    Random random = random();
    int cut = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path place = Files.createDirectory(folder.resolve("kill-" + kill));
      String before;
      try (Store plain = Store.open(DoomedKeys.database(place))) {
        Marked.fill(plain, 150);
        before = Marked.all(plain);
      }
      killed(place, "begun", random.nextLong(TimeUnit.MILLISECONDS.toNanos(1500)));
      cut += KeyStatus.of(DoomedKeys.places(place)).sealed() ? 0 : 1;
      try (SealedStore sealed = DoomedKeys.open(place)) {
        assertEquals(before, Marked.all(sealed.store()));
      }
      assertEquals(List.of(), Marked.found(place, Marked.WORDS));
    }
    System.out.printf("%d kills, %d before all was sealed%n", KILLS, cut);
  }

  @Test
  void whateverTheMasterKeyIsEverythingOpens() throws Exception {
    Random random = random();
    String before;
    byte[] codes;
    try (SealedStore sealed = DoomedKeys.open(folder)) {
      Marked.fill(sealed.store(), 50);
      before = Marked.all(sealed.store());
      codes = sealed.ring().noticeCodes();
    }
    int cut = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killed(folder, "sealed", random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
      cut += KeyStatus.of(DoomedKeys.places(folder)).rotating() ? 1 : 0;
      try (SealedStore sealed = DoomedKeys.open(folder)) {
        assertEquals(before, Marked.all(sealed.store()), "kill " + kill);
        assertArrayEquals(codes, sealed.ring().noticeCodes());
      }
    }
    System.out.printf("%d kills, %d within a change%n", KILLS, cut);
  }
}
