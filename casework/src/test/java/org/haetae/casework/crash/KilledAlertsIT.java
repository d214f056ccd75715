package org.haetae.casework.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.haetae.casework.Waiting;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process at random points while a thousand alerts flow through it. An alert whose commit
 * was answered for is never lost; one whose commit was not is raised again with its id, as the next
 * look at the same face would. {@code -Dhaetae.crash.kills=N} kills N times.
 */
class KilledAlertsIT {
  private static final int ALERTS = 1000;
  private static final int KILLS = Integer.getInteger("haetae.crash.kills", 12);

  @TempDir Path folder;
  private final Set<UUID> committed = new HashSet<>();
  private Set<UUID> wanted = new LinkedHashSet<>();

  @Test
  void noneLostNoneStuckEachWithItsKey() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    wanted = ids(random);
    Path database = folder.resolve("haetae.db");
    try (Receiver receiver = new Receiver()) {
      for (int kill = 1; kill <= KILLS; kill++) {
        // Each life takes its share, so that the kills fall while alerts flow.
        int share = ALERTS * kill / KILLS;
        live(database, receiver.port(), share, random);
      }
      live(database, receiver.port(), ALERTS, null);
      Process last = start(database, receiver.port());
      try {
        Waiting.until("all delivered", () -> receiver.times().keySet().equals(wanted));
        Waiting.until("none stuck", () -> waiting(database) == 0);
      } finally {
        last.destroyForcibly().waitFor();
      }
      assertEquals(wanted, receiver.times().keySet());
      long repeated = receiver.times().values().stream().filter(times -> times > 1).count();
      System.out.printf(
          "%d kills, %d alerts, %d delivered more than once with the same key%n",
          KILLS, ALERTS, repeated);
      assertTrue(repeated < ALERTS / 2, () -> "repeated: " + repeated);
    }
  }

  private static Set<UUID> ids(Random random) {
    Set<UUID> ids = new LinkedHashSet<>();
    while (ids.size() < ALERTS) {
      ids.add(new UUID(random.nextLong(), random.nextLong()));
    }
    return ids;
  }

  private static long waiting(Path database) {
    try (Store store = Store.open(new Database.Sqlite(database))) {
      return store.<Long>read(
          in -> in.outbox().count(ParcelState.WAITING) + in.outbox().count(ParcelState.DEAD));
    }
  }

  /** One life: feeds what is not committed yet, kills at a random point, or lets all be taken. */
  private void live(Path database, int port, int share, @Nullable Random killed)
      throws IOException, InterruptedException {
    Process process = start(database, port);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("ready", out.readLine());
      List<UUID> missing =
          wanted.stream().limit(share).filter(id -> !committed.contains(id)).toList();
      Thread feeder = Thread.ofVirtual().start(() -> feed(process, missing));
      if (killed != null) {
        long reach = TimeUnit.MILLISECONDS.toNanos(3L * missing.size() + 30);
        LockSupport.parkNanos(killed.nextLong(reach));
        // By its handle: what it printed before can still be read.
        process.toHandle().destroyForcibly();
      }
      for (int left = missing.size(); left > 0; left--) {
        String line = out.readLine();
        if (line == null) {
          break;
        }
        // A line may be cut short by the kill.
        if (line.length() == 36) {
          committed.add(UUID.fromString(line));
        }
      }
      feeder.join();
    } finally {
      process.destroyForcibly().waitFor();
    }
    if (killed == null) {
      assertEquals(wanted.size(), committed.size());
    }
  }

  private static void feed(Process process, List<UUID> ids) {
    try (BufferedWriter in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
      for (UUID id : ids) {
        in.write(id + "\n");
      }
    } catch (IOException e) {
      // Killed while being fed.
    }
  }

  private static Process start(Path database, int port) throws IOException {
    return DoomedProcess.start(Doomed.class, database.toString(), Integer.toString(port));
  }
}
