package org.haetae.casework.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.casework.store.SealedTemplate;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.Faces;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.OpenedTemplate;
import org.haetae.casework.vault.Remains;
import org.haetae.casework.vault.Vault;
import org.haetae.domain.id.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process at random points while it enrols and purges. After a restart no key, row or
 * byte is left of a face whose purge had been asked for, and every other face can be opened. {@code
 * -Dhaetae.crash.kills=N} kills N times.
 */
class KilledPurgesIT {
  private static final int KILLS = Integer.getInteger("haetae.crash.kills", 12);

  @TempDir Path folder;

  /** What the rows of each order held. */
  private final Map<OrderId, List<byte[]>> sealed = new TreeMap<>();

  private final Set<OrderId> begun = new HashSet<>();
  private final Set<OrderId> purged = new HashSet<>();
  private int cut;
  private int sweeps;

  @Test
  void nothingLeftOfWhatWasToGoAndAllOfWhatWasToStay() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int kill = 1; kill <= KILLS; kill++) {
      live(kill, random);
      restart("seed %d kill %d".formatted(seed, kill));
    }
    System.out.printf(
        "%d kills, %d orders, %d purges, %d cut short, %d keys without a row%n",
        KILLS, sealed.size(), purged.size(), cut, sweeps);
  }

  /** One life: lets some purges pass, kills within the next one or a little later. */
  private void live(int life, Random random) throws IOException, InterruptedException {
    Process process = start(life, random.nextLong());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("ready.", out.readLine());
      int left = random.nextInt(12);
      while (left >= 0) {
        String line = out.readLine();
        assertTrue(line != null, "it ended by itself");
        took(line);
        left -= line.startsWith("purging ") ? 1 : 0;
      }
      LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(60)));
      // By its handle: what it printed before can still be read.
      process.toHandle().destroyForcibly();
      out.lines().forEach(this::took);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void took(String line) {
    if (!line.endsWith(".")) {
      return;
    }
    String[] words = line.substring(0, line.length() - 1).split(" ", -1);
    OrderId order = new OrderId(words[1]);
    switch (words[0]) {
      case "sealed" ->
          sealed
              .computeIfAbsent(order, _ -> new ArrayList<>())
              .add(HexFormat.of().parseHex(words[2]));
      case "purging" -> begun.add(order);
      case "purged" -> purged.add(order);
      default -> throw new AssertionError(line);
    }
  }

  private void restart(String where) throws IOException {
    try (Store store = DoomedVault.store(folder);
        KeyFolder keys = DoomedVault.keys(folder)) {
      cut += store.read(in -> in.purges().open()).size();
      sweeps += Math.max(0, keyFiles().size() - keysOfRows(store).size());
      Vault vault = new Vault(store, keys, ApprovalRule.none(), _ -> {}, InstantSource.system());
      vault.resume();
      assertEquals(List.of(), store.read(in -> in.purges().open()), where);
      assertEquals(keysOfRows(store), keyFiles(), where);
      List<OpenedTemplate> opened = new ArrayList<>();
      vault.open(
          Faces.MODEL,
          all -> {
            assertEquals(Map.of(), all.damaged(), where);
            opened.addAll(all.templates());
          });
      addRows(store);
      for (OrderId order : sealed.keySet()) {
        check(order, store, opened, where + " " + order);
      }
      assertEquals(List.of(), Remains.found(folder, gone()), where);
    }
    // Closing the database copies its log into the file.
    assertEquals(List.of(), Remains.found(folder, gone()), where);
  }

  private void check(OrderId order, Store store, List<OpenedTemplate> opened, String where) {
    List<OpenedTemplate> own =
        opened.stream().filter(template -> template.order().equals(order)).toList();
    boolean asked = !store.read(in -> in.purges().of(order)).isEmpty();
    if (purged.contains(order)) {
      assertTrue(asked, where);
    }
    if (asked) {
      assertTrue(begun.contains(order), where);
      assertEquals(List.of(), own, where);
      assertEquals(Set.of(), store.read(in -> in.templates().keys(Optional.of(order))), where);
      purged.add(order);
      return;
    }
    assertTrue(own.size() >= sealed.get(order).size(), where);
    for (int number = 0; number < own.size(); number++) {
      assertTrue(Faces.same(DoomedVault.face(order, number), own.get(number).template()), where);
    }
  }

  /** Adds rows that were written, but of which the process could not tell any more. */
  private void addRows(Store store) {
    Map<OrderId, List<byte[]>> rows =
        store.read(in -> in.templates().usable(Faces.MODEL, Instant.now())).stream()
            .collect(
                Collectors.groupingBy(
                    SealedTemplate::order,
                    Collectors.mapping(SealedTemplate::sealed, Collectors.toList())));
    sealed.putAll(rows);
  }

  /** What may be in no file: the rows of purged orders, and any face in the clear. */
  private List<byte[]> gone() {
    List<byte[]> gone = new ArrayList<>();
    sealed.forEach(
        (order, rows) -> {
          if (purged.contains(order)) {
            gone.addAll(rows);
          }
          for (int number = 0; number < rows.size(); number++) {
            gone.add(Faces.clear(DoomedVault.face(order, number)));
          }
        });
    return gone;
  }

  private static Set<String> keysOfRows(Store store) {
    return store.read(in -> in.templates().keys(Optional.empty())).stream()
        .map(name -> name + ".key")
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> keyFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".key"))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private Process start(int life, long seed) throws IOException {
    return DoomedProcess.start(
        DoomedVault.class, folder.toString(), Integer.toString(life), Long.toString(seed));
  }
}
