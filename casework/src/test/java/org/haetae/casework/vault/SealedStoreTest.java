package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.ledger.ErasedRefusal;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedStoreTest {
  private static final CaseId CASE = new CaseId("case-0");
  private static final UserId OH = new UserId("oh");

  @TempDir Path folder;

  private Database database() {
    return new Database.Sqlite(folder.resolve("haetae.db"));
  }

  private KeyPlaces places() {
    return new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
  }

  private SealedStore open() {
    return SealedStore.open(database(), places(), InstantSource.fixed(Marked.NOW));
  }

  /** Each of them changes something, unless it changes the tables themselves. */
  private void sql(String... statements) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("haetae.db"));
        Statement sql = file.createStatement()) {
      for (String statement : statements) {
        int changed = sql.executeUpdate(statement);
        assertTrue(changed > 0 || statement.startsWith("DROP"), statement);
      }
    }
  }

  @Test
  void aPlantedWordIsFoundNowhere() throws Exception {
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 2);
      String all = Marked.all(sealed.store());
      Marked.WORDS.forEach(word -> assertTrue(all.contains(word), word));
      assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
    }
    assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
  }

  @Test
  void textFromBeforeIsSealedAndItsRemainsAreGone() throws Exception {
    String before;
    try (Store plain = Store.open(database())) {
      Marked.fill(plain, 40);
      before = Marked.all(plain);
    }
    // A page that was freed before anybody saw to its being overwritten.
    sql(
        "INSERT INTO watch_signal VALUES ('W-1', 0, '{%s}')".formatted("free-marker".repeat(900)),
        "DELETE FROM watch_signal WHERE serial = 'W-1'");
    List<String> words = new ArrayList<>(Marked.WORDS);
    words.add("free-marker");
    assertEquals(
        words.size(),
        Marked.found(folder, words).stream().filter(one -> one.endsWith(".db")).count());
    try (SealedStore sealed = open()) {
      assertEquals(before, Marked.all(sealed.store()));
      assertEquals(
          1,
          sealed
              .store()
              .read(in -> in.outbox().due("gateway", Queue.THREAT, Marked.NOW, 9))
              .size());
      assertEquals(List.of(), Marked.found(folder, words));
    }
    assertEquals(List.of(), Marked.found(folder, words));
    try (SealedStore sealed = open()) {
      assertEquals(before, Marked.all(sealed.store()));
    }
  }

  @Test
  void rowsThatWereSwappedOrMovedAreRefused() throws Exception {
    open().close();
    List<String> swaps =
        List.of(
            """
            UPDATE ledger SET detail = (SELECT detail FROM ledger WHERE position = 3)
            WHERE position = 4
            """,
            "UPDATE ledger SET position = position + 100 WHERE position = 4",
            "UPDATE ledger SET number = number + 100 WHERE position = 4",
            "UPDATE ledger SET kind = 'CaseFact.Reopened' WHERE kind = 'CaseFact.Closed'",
            "UPDATE order_event SET order_id = 'order-1' WHERE order_id = 'order-0'",
            """
            UPDATE protection_order SET issued =
              (SELECT issued FROM protection_order WHERE id = 'order-1') WHERE id = 'order-0'
            """,
            "UPDATE alert SET evidence = detail",
            "UPDATE incident_event SET number = number + 10 WHERE number > 1",
            "UPDATE watch_signal SET serial = 'W-18'",
            "UPDATE emergency_access SET case_id = 'case-1'",
            "UPDATE emergency_access SET user_id = 'oh'",
            "UPDATE emergency_access SET opened_at = opened_at + 1",
            "UPDATE site_reading SET detail = (SELECT detail FROM watch_signal)");
    for (String swap : swaps) {
      Files.deleteIfExists(folder.resolve("haetae.db"));
      try (SealedStore sealed = open()) {
        Marked.fill(sealed.store(), 2);
      }
      if (swap.contains("order_event")) {
        sql("DELETE FROM order_event WHERE order_id = 'order-1'");
      }
      sql(swap);
      try (SealedStore sealed = open()) {
        StoreException refusal =
            assertThrows(StoreException.class, () -> Marked.all(sealed.store()), swap);
        assertTrue(
            String.valueOf(refusal.getMessage()).contains("was changed or moved"),
            refusal.getMessage());
      }
    }
  }

  @Test
  void plainTextThatSomebodyPutThereIsRefused() throws Exception {
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 1);
    }
    sql("UPDATE watch_signal SET detail = '{\"watch\":\"W-17\"}'");
    try (SealedStore sealed = open()) {
      assertThrows(StoreException.class, () -> Marked.all(sealed.store()));
    }
  }

  /** As a site of schema 14 left it. */
  private void backToSchema14(String reason) throws Exception {
    sql(
        "UPDATE emergency_access SET reason = '%s'".formatted(reason),
        "DROP TABLE blind_spell",
        "DELETE FROM flyway_schema_history WHERE version IN ('15', '16')");
    Files.delete(places().columns().resolve("sealed-15"));
  }

  @Test
  void reasonsFromBeforeTheyWereSealedAreSealedAtTheNextStart() throws Exception {
    String before;
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 2);
      before = Marked.all(sealed.store());
    }
    backToSchema14("glass-marker");
    assertEquals(List.of("glass-marker in haetae.db"), Marked.found(folder, Marked.WORDS));
    try (SealedStore sealed = open()) {
      assertEquals(before, Marked.all(sealed.store()));
      assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
    }
    assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
    sql("UPDATE emergency_access SET reason = 'somebody else says so'");
    try (SealedStore sealed = open()) {
      assertThrows(StoreException.class, () -> Marked.all(sealed.store()), "once and no more");
    }
  }

  @Test
  void aReasonMayBeginWithTheMarkOfWhatIsSealed() throws Exception {
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 1);
    }
    backToSchema14("~glass-marker");
    try (SealedStore sealed = open()) {
      assertEquals(Optional.of(" ~glass-marker"), reason(sealed.store()));
      sealed
          .store()
          .run(
              in ->
                  in.emergencyAccess()
                      .add(OH, CASE, "~glass-marker", Marked.NOW, Marked.NOW.plusSeconds(9)));
      assertEquals(
          Optional.of("~glass-marker"),
          sealed.store().read(in -> in.emergencyAccess().unseen()).getLast().reason());
    }
    assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
  }

  @Test
  void theReasonOfACaseThatWasErasedIsErased() throws Exception {
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 1);
      assertEquals(Optional.of("glass-marker"), reason(sealed.store()));
      sealed.ring().erase(Owner.of(CASE));
      assertEquals(Optional.empty(), reason(sealed.store()));
    }
    // Erased before there was anything to seal.
    backToSchema14("glass-marker");
    try (SealedStore sealed = open()) {
      assertEquals(Optional.empty(), reason(sealed.store()));
      assertThrows(
          ErasedRefusal.class,
          () ->
              sealed
                  .store()
                  .run(
                      in ->
                          in.emergencyAccess()
                              .add(OH, CASE, "again", Marked.NOW, Marked.NOW.plusSeconds(9))));
    }
    assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
  }

  @Test
  void anUpgradeTakesNoOtherPlainTextIn() throws Exception {
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 1);
    }
    backToSchema14("glass-marker");
    sql("UPDATE watch_signal SET detail = '{}'");
    StoreException refusal = assertThrows(StoreException.class, this::open);
    assertTrue(String.valueOf(refusal.getMessage()).contains("haetae keys seal"));
  }

  private static Optional<String> reason(Store store) {
    return store.read(in -> in.emergencyAccess().unseen()).getFirst().reason();
  }

  @Test
  void anOldBackupIsTakenInOnlyWhenSomebodySaysSo() throws Exception {
    open().close();
    Files.delete(folder.resolve("haetae.db"));
    String before;
    try (Store plain = Store.open(database())) {
      Marked.fill(plain, 1);
      before = Marked.all(plain);
    }
    StoreException refusal = assertThrows(StoreException.class, this::open);
    assertTrue(String.valueOf(refusal.getMessage()).contains("haetae keys seal"));
    SealedStore.sealing(database(), places(), InstantSource.fixed(Marked.NOW)).close();
    try (SealedStore sealed = open()) {
      assertEquals(before, Marked.all(sealed.store()));
    }
    assertEquals(List.of(), Marked.found(folder, Marked.WORDS));
  }

  @Test
  void withoutItsKeysItSaysSo() {
    try (SealedStore sealed = open()) {
      Marked.fill(sealed.store(), 1);
    }
    try (Store plain = Store.open(database())) {
      StoreException refusal = assertThrows(StoreException.class, () -> Marked.all(plain));
      assertTrue(String.valueOf(refusal.getMessage()).contains("together with its keys"));
    }
    assertFalse(places().toString().contains("secret"));
  }
}
