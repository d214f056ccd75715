package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographVaultTest {
  private static final CaseId CASE = new CaseId("case-1");
  private static final CaseId OTHER = new CaseId("case-2");
  private static final Deed DEED =
      new Deed(
          new Actor(new UserId("officer-lim"), Role.OFFICER),
          Instant.parse("2026-11-26T01:00:00Z"));

  @TempDir Path place;
  private final Random random = new Random(20261126);
  private Store store;
  private KeyFolder keys;
  private PhotographVault vault;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(place.resolve("haetae.db")));
    keys = KeyFolder.open(place.resolve("keys"), place.resolve("master.key"));
    vault = new PhotographVault(store, keys);
  }

  @AfterEach
  void close() {
    keys.close();
    store.close();
  }

  private byte[] picture() {
    byte[] bytes = new byte[20_000];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatWasSealedIsOpenedAndLiesNowhereInTheClear() throws Exception {
    byte[] picture = picture();
    String name = vault.seal(CASE, picture, DEED);
    assertArrayEquals(picture, vault.open(CASE, name).orElseThrow());
    assertEquals(List.of(), Remains.found(place, List.of(picture)));
  }

  @Test
  void aCaseHasOneKeyAndNoOtherCaseHasIt() {
    vault.seal(CASE, picture(), DEED);
    vault.seal(CASE, picture(), DEED);
    assertEquals(1, keys.names().size());
    vault.seal(OTHER, picture(), DEED);
    assertEquals(2, keys.names().size());
  }

  @Test
  void anotherCasesPictureIsNotThere() {
    String name = vault.seal(CASE, picture(), DEED);
    assertEquals(Optional.empty(), vault.open(OTHER, name));
    assertEquals(Optional.empty(), vault.open(CASE, "unknown"));
  }

  @Test
  void rowsThatWereSwappedDoNotOpen() throws Exception {
    String one = vault.seal(CASE, picture(), DEED);
    String two = vault.seal(CASE, picture(), DEED);
    store.close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + place.resolve("haetae.db"));
        Statement sql = file.createStatement()) {
      sql.execute("UPDATE photograph SET name = 'x' WHERE name = '%s'".formatted(one));
      sql.execute("UPDATE photograph SET name = '%s' WHERE name = '%s'".formatted(one, two));
    }
    store = Store.open(new Database.Sqlite(place.resolve("haetae.db")));
    vault = new PhotographVault(store, keys);
    assertThrows(VaultException.class, () -> vault.open(CASE, one));
  }

  @Test
  void aKeyThatIsGoneSaysSo() {
    String name = vault.seal(CASE, picture(), DEED);
    keys.destroy(keys.names().iterator().next());
    assertThrows(VaultException.class, () -> vault.open(CASE, name));
  }
}
