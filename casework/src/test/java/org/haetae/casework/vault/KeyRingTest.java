package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.ledger.ErasedRefusal;
import org.haetae.casework.store.Cell;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final Owner CASE = Owner.of(new CaseId("case-1"));
  private static final Cell CELL = new Cell("ledger", "detail", List.of("7", "CASE"));

  @TempDir Path folder;
  private KeyRing ring;

  @BeforeEach
  void open() {
    ring = KeyRing.open(places("keys"));
  }

  @AfterEach
  void close() {
    ring.close();
  }

  private KeyPlaces places(String name) {
    return new KeyPlaces(folder.resolve(name), folder.resolve(name + ".master"));
  }

  private static Random random() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  @Test
  void whatWasSealedOpensInItsCellAlone() {
    String stored = ring.seal(CASE, CELL, "그가 왔다 😀");
    assertEquals(Optional.of("그가 왔다 😀"), ring.open(CELL, stored));
    assertNotEquals(stored, ring.seal(CASE, CELL, "그가 왔다 😀"));
    for (Cell other :
        List.of(
            new Cell("ledger", "detail", List.of("8", "CASE")),
            new Cell("ledger", "detail", List.of("7C", "ASE")),
            new Cell("ledger", "detail", List.of("7", "CASE", "")),
            new Cell("ledger", "detai", List.of("l7", "CASE")),
            new Cell("outbox", "detail", List.of("7", "CASE")))) {
      assertThrows(StoreException.class, () -> ring.open(other, stored), other::toString);
    }
  }

  @Test
  void noLetterOfItCanBeOtherThanItIs() {
    Random random = random();
    for (int i = 0; i < 200; i++) {
      String stored = ring.seal(CASE, CELL, "x".repeat(random.nextInt(40)));
      int at = random.nextInt(stored.length());
      char other = (char) (stored.charAt(at) ^ (1 << random.nextInt(6)));
      String changed = stored.substring(0, at) + other + stored.substring(at + 1);
      // The key's name is in it too: another name is a key that nobody has.
      RuntimeException why =
          assertThrows(
              RuntimeException.class,
              () -> {
                ring.beStrict();
                var _ = ring.open(CELL, changed);
              },
              changed);
      assertTrue(why instanceof StoreException || why instanceof VaultException, why.toString());
    }
    for (int length = 0; length < 3; length++) {
      String stored = ring.seal(CASE, CELL, "x".repeat(length));
      String body = stored.substring(0, stored.length() - 1);
      // The last letter may have bits that base 64 has no use for.
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .chars()
          .mapToObj(letter -> body + (char) letter)
          .filter(other -> !other.equals(stored))
          .forEach(
              other -> assertThrows(StoreException.class, () -> ring.open(CELL, other), other));
    }
    for (String cut : List.of("~", "~A", "~" + "A".repeat(24), ring.seal(CASE, CELL, "") + "A")) {
      assertThrows(RuntimeException.class, () -> ring.open(CELL, cut), cut);
    }
  }

  @Test
  void othersKeysDoNotOpenIt() throws Exception {
    String stored = ring.seal(CASE, CELL, "text");
    try (KeyRing other = KeyRing.open(places("others"))) {
      String theirs = other.seal(CASE, CELL, "text");
      assertThrows(VaultException.class, () -> other.open(CELL, stored));
      assertThrows(VaultException.class, () -> ring.open(CELL, theirs));
    }
    ring.close();
    Files.copy(
        folder.resolve("others.master"),
        folder.resolve("keys.master"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThrows(VaultException.class, () -> KeyRing.open(places("keys")));
  }

  @Test
  void anErasedOwnerIsErasedForEverAndForAll() {
    Owner order = Owner.of(new OrderId("case-1"));
    String its = ring.seal(CASE, CELL, "text");
    String others = ring.seal(order, CELL, "text");
    String houses = ring.seal(Owner.HOUSE, CELL, "text");
    try (KeyRing second = KeyRing.open(places("keys"))) {
      ring.erase(CASE);
      ring.erase(CASE);
      assertEquals(Optional.empty(), second.open(CELL, its));
      assertThrows(ErasedRefusal.class, () -> second.seal(CASE, CELL, "again"));
    }
    assertEquals(Optional.empty(), ring.open(CELL, its));
    assertThrows(ErasedRefusal.class, () -> ring.seal(CASE, CELL, "again"));
    ring.close();
    open();
    assertEquals(Optional.empty(), ring.open(CELL, its));
    assertThrows(ErasedRefusal.class, () -> ring.seal(CASE, CELL, "again"));
    assertEquals(Optional.of("text"), ring.open(CELL, others));
    assertEquals(Optional.of("text"), ring.open(CELL, houses));
    assertThrows(IllegalArgumentException.class, () -> ring.erase(Owner.HOUSE));
    // One that never had a key has none later either.
    ring.erase(Owner.of(new CaseId("never")));
    assertThrows(
        ErasedRefusal.class, () -> ring.seal(Owner.of(new CaseId("never")), CELL, "again"));
  }

  @Test
  void ofADestroyedKeyNoByteIsLeft() throws Exception {
    Path shelf = folder.resolve("keys/columns/shelf");
    ring.prepare(List.of(CASE));
    byte[] slot = Files.readAllBytes(shelf);
    assertEquals(KeyShelf.SLOT, slot.length);
    // What Tink made of the key itself: all wrapped keys begin and end alike.
    byte[] wrapped = Arrays.copyOfRange(slot, 27, 91);
    assertEquals(1, Remains.found(folder, List.of(wrapped)).stream().limit(1).count());
    ring.erase(CASE);
    assertEquals(List.of(), Remains.found(folder, List.of(wrapped)));
  }

  @Test
  void twoProcessesShareTheirKeys() {
    List<String> texts = new ArrayList<>();
    try (KeyRing second = KeyRing.open(places("keys"))) {
      for (int i = 0; i < 20; i++) {
        Owner owner = Owner.of(new CaseId("case-" + i / 2));
        texts.add((i % 2 == 0 ? ring : second).seal(owner, CELL, "text"));
      }
      for (String text : texts) {
        assertEquals(Optional.of("text"), ring.open(CELL, text));
        assertEquals(Optional.of("text"), second.open(CELL, text));
      }
    }
    assertEquals(10, KeyStatus.of(places("keys")).columns());
  }

  @Test
  void whatACrashCutShortIsWrittenOver() throws Exception {
    String first = ring.seal(CASE, CELL, "text");
    ring.close();
    Path shelf = folder.resolve("keys/columns/shelf");
    for (int cut : List.of(1, 100, KeyShelf.SLOT + 7)) {
      Files.write(shelf, new byte[cut], StandardOpenOption.APPEND);
      open();
      assertEquals(Optional.of("text"), ring.open(CELL, first));
      Owner next = Owner.of(new CaseId("after-" + cut));
      String second = ring.seal(next, CELL, "text");
      ring.close();
      open();
      assertEquals(Optional.of("text"), ring.open(CELL, second));
      ring.close();
    }
    open();
  }

  @Test
  void eachOwnersTextBeginsAlikeAndNoOthersDoes() {
    Set<String> prefixes = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      Owner owner = Owner.of(new CaseId("case-" + i));
      String prefix = ring.prefix(owner).orElseThrow();
      assertTrue(prefixes.add(prefix));
      assertTrue(ring.seal(owner, CELL, "x".repeat(i)).startsWith(prefix));
    }
  }

  @Test
  void itsSecretsStayTheSameAndShowNowhere() throws Exception {
    byte[] codes = ring.noticeCodes();
    byte[] index = ring.blindIndex();
    ring.close();
    open();
    assertArrayEquals(codes, ring.noticeCodes());
    assertArrayEquals(index, ring.blindIndex());
    assertEquals(List.of(), Remains.found(folder, List.of(codes, index)));
    assertFalse(ring.toString().contains("case"));
  }
}
