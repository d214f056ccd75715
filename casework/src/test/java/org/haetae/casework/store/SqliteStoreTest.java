package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.incident.Incident;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(folder.resolve("new/haetae.db")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  Store store() {
    return store;
  }

  @Override
  void sql(String statement) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("new/haetae.db"));
        Statement sql = file.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void anEntryCanNotBeReplacedByAnotherOfItsNumber() {
    store.run(in -> in.audit().note(AuditNote.of(AuditAct.READ, AuditSubject.part("x"), "true")));
    for (int number : new int[] {0, 1}) {
      assertThrows(
          SQLException.class,
          () ->
              sql(
                  """
                  INSERT OR REPLACE INTO audit_entry SELECT %d, at, actor_kind, actor, role, act,
                    subject_kind, subject, within_kind, within_id, 'false', salt, previous, hash
                  FROM audit_entry\
                  """
                      .formatted(number)));
    }
    assertEquals(
        "true", store.read(in -> in.audit().after(0, 9)).getFirst().entry().note().detail());
  }

  @Test
  void whatWasWrittenIsThereAfterAReopening() {
    store.run(
        in -> {
          in.outbox().add("console", threat(UUID.randomUUID(), Severity.DANGER), Instant.EPOCH);
        });
    store.close();
    open();
    assertEquals(1, (long) store.read(in -> in.outbox().count(ParcelState.WAITING)));
  }

  @Test
  void anIncidentOfTheFirstTablesHasWaitedSinceItOpened() throws Exception {
    Incident incident = opened("order-1");
    store.run(
        in -> {
          in.outbox().add("console", threat(UUID.randomUUID(), Severity.DANGER), Instant.EPOCH);
        });
    List<Backlog.Incidents> before = store.read(Backlog::of).incidents();
    store.close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("new/haetae.db"));
        Statement sql = file.createStatement()) {
      sql.execute("DROP INDEX outbox_dead");
      sql.execute("DROP INDEX incident_ongoing");
      sql.execute("ALTER TABLE incident RENAME COLUMN subject TO order_id");
      sql.execute("ALTER TABLE incident DROP COLUMN cause");
      sql.execute("ALTER TABLE alert DROP COLUMN kind");
      sql.execute("ALTER TABLE outbox DROP COLUMN kind");
      sql.execute(
          """
          CREATE UNIQUE INDEX incident_ongoing ON incident (order_id)
          WHERE state IN ('OPEN', 'ACKNOWLEDGED', 'DISPATCHED')\
          """);
      sql.execute("ALTER TABLE incident DROP COLUMN open_since");
      sql.execute("ALTER TABLE alert DROP COLUMN evidence");
      for (String later :
          List.of(
              "blind_spell",
              "legal_hold",
              "register_index",
              "register",
              "erasure",
              "sealing",
              "ledger",
              "ledger_turn",
              "site_reading",
              "watch_signal",
              "photograph",
              "account",
              "invitation",
              "user_session",
              "emergency_access",
              "audit_entry",
              "audit_head",
              "audit_checkpoint",
              "approval",
              "purge",
              "template",
              "order_event",
              "protection_order")) {
        sql.execute("DROP TABLE " + later);
      }
      sql.execute("DELETE FROM flyway_schema_history WHERE version <> '1'");
    }
    open();
    assertEquals(before, store.read(Backlog::of).incidents());
    assertEquals(Optional.of(incident), store.read(in -> in.incidents().ongoing(incident.cause())));
    assertEquals(1, new StoredOutbox(store).due("console", Queue.THREAT, Instant.EPOCH, 9).size());
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedInASentence() throws Exception {
    Path other = folder.resolve("notes.txt");
    Files.writeString(other, "not a database, only a text of some length".repeat(200));
    StoreException refusal =
        assertThrows(StoreException.class, () -> Store.open(new Database.Sqlite(other)));
    assertTrue(
        String.valueOf(refusal.getMessage())
            .startsWith("the database " + other + " can't be opened: "),
        refusal.getMessage());
  }
}
