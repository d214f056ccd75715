package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haetae.casework.store.Cell;
import org.haetae.casework.store.Owner;
import org.haetae.domain.id.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
  private static final Cell CELL = new Cell("ledger", "detail", List.of("7"));

  @TempDir Path folder;
  private byte[] codes = new byte[0];
  private String text = "";
  private String other = "";
  private String name = "";

  private KeyPlaces places() {
    return new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
  }

  private static Owner owner(String id) {
    return Owner.of(new CaseId(id));
  }

  private void filled() {
    try (KeyRing ring = KeyRing.open(places());
        KeyFolder templates = KeyFolder.open(places().templates(), places().master());
        KeyFolder users = KeyFolder.open(places().users(), places().master())) {
      codes = ring.noticeCodes();
      text = ring.seal(owner("one"), CELL, "text");
      other = ring.seal(owner("two"), CELL, "text");
      ring.erase(owner("two"));
      name = templates.create();
      var _ = users.create();
    }
  }

  private void allOpens() {
    try (KeyRing ring = KeyRing.open(places());
        KeyFolder templates = KeyFolder.open(places().templates(), places().master());
        KeyFolder _ = KeyFolder.open(places().users(), places().master())) {
      assertArrayEquals(codes, ring.noticeCodes());
      assertEquals(Optional.of("text"), ring.open(CELL, text));
      assertEquals(Optional.empty(), ring.open(CELL, other));
      assertEquals("DataKey", templates.open(name).toString());
    }
  }

  @Test
  void everythingOpensByTheNewKeyAndNothingByTheOld() throws Exception {
    filled();
    byte[] before = Files.readAllBytes(places().master());
    assertTrue(new Rotation(places()).rotate() > 5);
    byte[] after = Files.readAllBytes(places().master());
    assertNotEquals(Arrays.toString(before), Arrays.toString(after));
    allOpens();
    assertEquals(List.of(), Remains.found(folder, List.of(secret(before))));
    assertFalse(KeyStatus.of(places()).rotating());
    Files.write(places().master(), before);
    assertThrows(VaultException.class, () -> KeyRing.open(places()));
  }

  @Test
  void whereverItBreaksOffItIsEnded() throws Exception {
    for (int steps = 0; ; steps++) {
      Path last = folder;
      folder = Files.createDirectory(last.resolve("at-" + steps));
      filled();
      byte[] before = Files.readAllBytes(places().master());
      int[] left = {steps};
      boolean broken = false;
      try {
        new Rotation(
                places(),
                () -> {
                  if (left[0]-- == 0) {
                    throw new Broken();
                  }
                })
            .rotate();
      } catch (Broken e) {
        broken = true;
        if (KeyStatus.of(places()).rotating()) {
          assertThrows(VaultException.class, () -> KeyRing.open(places()));
        }
      }
      Rotation.finishInterrupted(places());
      allOpens();
      boolean changed = !Arrays.equals(before, Files.readAllBytes(places().master()));
      assertEquals(steps > 0, changed, "after " + steps);
      if (changed) {
        assertEquals(List.of(), Remains.found(folder, List.of(secret(before))), "after " + steps);
      }
      folder = last;
      if (!broken) {
        assertTrue(steps > 8, "only %d steps".formatted(steps));
        return;
      }
    }
  }

  @Test
  void whoHasTheKeysKeepsThemFromBeingChanged() {
    filled();
    try (KeyRing _ = KeyRing.open(places())) {
      assertThrows(VaultException.class, () -> new Rotation(places()).rotate());
    }
    assertFalse(KeyStatus.of(places()).rotating());
    allOpens();
  }

  @Test
  void aDamagedKeyStandsInNobodysWay() throws Exception {
    filled();
    Files.write(places().users().resolve("00.key"), new byte[] {1, 2, 3});
    assertTrue(new Rotation(places()).rotate() > 5);
    allOpens();
  }

  @Test
  void aWrongMasterKeyMidwayIsRefusedBeforeAnythingIsLost() throws Exception {
    filled();
    byte[] before = Files.readAllBytes(places().master());
    int[] left = {3};
    assertThrows(
        Broken.class,
        () ->
            new Rotation(
                    places(),
                    () -> {
                      if (left[0]-- == 0) {
                        throw new Broken();
                      }
                    })
                .rotate());
    try (KeyFolder _ = KeyFolder.open(folder.resolve("o"), folder.resolve("other.key"))) {
      Files.write(places().master(), Files.readAllBytes(folder.resolve("other.key")));
    }
    assertThrows(VaultException.class, () -> Rotation.finishInterrupted(places()));
    Files.write(places().master(), before);
    Rotation.finishInterrupted(places());
    allOpens();
  }

  @Test
  void codesThatWereSentBeforeThereWereKeysOfTextStayGood() throws Exception {
    try (KeyFolder _ = KeyFolder.open(places().templates(), places().master())) {
      // As the first version began its keys.
    }
    // What that version worked out of the file's bytes for its codes.
    byte[] file =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(places().master()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(file, "HmacSHA256"));
    byte[] then = mac.doFinal("haetae release notice code".getBytes(StandardCharsets.US_ASCII));
    new Rotation(places()).rotate();
    new Rotation(places()).rotate();
    try (KeyRing ring = KeyRing.open(places())) {
      assertArrayEquals(then, ring.noticeCodes());
    }
  }

  /** The 32 bytes of a master key, after Tink's words about it. */
  private static byte[] secret(byte[] master) {
    int at = new String(master, StandardCharsets.ISO_8859_1).indexOf("AesGcmKey") + 13;
    return Arrays.copyOfRange(master, at, at + 32);
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
