package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  private static final byte[] LABEL = {1};
  private static final byte[] PLAIN = {5, 6, 7};

  @TempDir Path place;
  private Path folder = Path.of("");
  private Path master = Path.of("");

  @BeforeEach
  void paths() {
    folder = place.resolve("keys");
    master = place.resolve("master.key");
  }

  private KeyFolder opened() {
    return KeyFolder.open(folder, master);
  }

  private static void refused(String saying, Executable work) {
    VaultException refusal = assertThrows(VaultException.class, work);
    assertTrue(String.valueOf(refusal.getMessage()).contains(saying), refusal.getMessage());
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void permit(Path path, String permissions) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private Path file(String name) {
    return folder.resolve(name + ".key");
  }

  @Test
  void aKeyOpensWhatItSealedInAnotherLife() throws Exception {
    String name;
    byte[] sealed;
    try (KeyFolder keys = opened()) {
      name = keys.create();
      sealed = keys.open(name).seal(PLAIN, LABEL);
    }
    try (KeyFolder keys = opened()) {
      assertArrayEquals(PLAIN, keys.open(name).open(sealed, LABEL));
      assertEquals(Set.of(name), keys.names());
    }
  }

  @Test
  void onlyTheOwnerCanReadWhatItMakes() throws Exception {
    try (KeyFolder keys = opened()) {
      String name = keys.create();
      assertEquals("rwx------", permissions(folder));
      assertEquals("rw-------", permissions(master));
      assertEquals("rw-------", permissions(file(name)));
      assertEquals("rw-------", permissions(folder.resolve("witness")));
    }
  }

  @Test
  void whatOthersCanReadIsRefused() throws Exception {
    opened().close();
    permit(master, "rw-r-----");
    refused("the master key " + master + " is open to others", this::opened);
    permit(master, "rw-------");
    permit(folder, "rwx--x---");
    refused("the keys' folder " + folder + " is open to others", this::opened);
    permit(folder, "rwx------");
    opened().close();
  }

  @Test
  void aDestroyedKeyIsGoneAndDestroyingItAgainIsNoError() {
    try (KeyFolder keys = opened()) {
      String name = keys.create();
      String other = keys.create();
      keys.destroy(name);
      keys.destroy(name);
      assertFalse(Files.exists(file(name)));
      refused("is lost, and what it sealed with it", () -> keys.open(name));
      assertEquals(Set.of(other), keys.names());
    }
  }

  @Test
  void aKeyIsOverwrittenBeforeItIsDeleted() throws Exception {
    try (KeyFolder keys = opened()) {
      String name = keys.create();
      byte[] before = Files.readAllBytes(file(name));
      Path second = place.resolve("second name of the same bytes");
      Files.createLink(second, file(name));
      keys.destroy(name);
      byte[] after = Files.readAllBytes(second);
      assertEquals(before.length, after.length);
      int same = 0;
      for (int i = 0; i < after.length; i++) {
        same += after[i] == before[i] ? 1 : 0;
      }
      assertTrue(same < before.length / 4, "bytes left: " + same);
    }
  }

  @Test
  void swappedAndDamagedKeysOpenNothing() throws Exception {
    try (KeyFolder keys = opened()) {
      String one = keys.create();
      String other = keys.create();
      Files.copy(file(one), file(other), StandardCopyOption.REPLACE_EXISTING);
      refused("is damaged", () -> keys.open(other));
      byte[] bytes = Files.readAllBytes(file(one));
      for (int bit = 0; bit < bytes.length * 8; bit += 7) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file(one), changed);
        refused("is damaged", () -> keys.open(one));
      }
    }
  }

  @Test
  void theWrongOrMissingMasterKeyIsSaidAtOnce() throws Exception {
    opened().close();
    byte[] right = Files.readAllBytes(master);
    KeyFolder.open(place.resolve("other"), place.resolve("other.key")).close();
    Files.copy(place.resolve("other.key"), master, StandardCopyOption.REPLACE_EXISTING);
    refused("is not the one of the keys in", this::opened);
    Files.write(master, new byte[] {1, 2, 3});
    refused("is damaged: put back the copy", this::opened);
    Files.delete(master);
    refused("is not there, and no other opens the keys", this::opened);
    assertFalse(Files.exists(master));
    Files.write(master, right);
    permit(master, "rw-------");
    opened().close();
  }

  @Test
  void aFolderThatLostItsWitnessIsRefused() throws Exception {
    try (KeyFolder keys = opened()) {
      String _ = keys.create();
    }
    Files.delete(folder.resolve("witness"));
    refused("has lost its file witness", this::opened);
  }

  @Test
  void twoDoNotShareAFolder() {
    try (KeyFolder _ = opened()) {
      refused("is in use", this::opened);
    }
    opened().close();
  }

  @Test
  void theMasterKeyLiesElsewhere() {
    refused("move it elsewhere", () -> KeyFolder.open(folder, folder.resolve("master.key")));
    assertFalse(Files.exists(folder));
  }
}
