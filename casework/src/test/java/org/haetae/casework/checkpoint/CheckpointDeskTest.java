package org.haetae.casework.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.audit.Finding;
import org.haetae.casework.audit.SignedCheckpoint;
import org.haetae.casework.audit.SigningKey;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Sealing;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.AuditKeyFile;
import org.haetae.domain.id.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trail that somebody who owns the database's file tampers with. */
class CheckpointDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");

  @TempDir Path place;
  private Store store;
  private SigningKey key;
  private CheckpointFile file;
  private CheckpointDesk desk;

  @BeforeEach
  void open() {
    store =
        Store.open(
            new Database.Sqlite(place.resolve("haetae.db")),
            Sealing.none(),
            InstantSource.fixed(NOW));
    key = AuditKeyFile.open(place.resolve("audit.key"));
    file = new CheckpointFile(place.resolve("checkpoints"));
    desk = new CheckpointDesk(store, key, file, InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void notes(int count) {
    for (int i = 0; i < count; i++) {
      store.run(
          in ->
              in.audit()
                  .note(
                      AuditNote.of(
                          AuditAct.READ, AuditSubject.of(new CaseId("case-1")), "GET /x")));
    }
  }

  private List<String> found() {
    return TrailCheck.of(store, file.lines(), key.verifying()).findings().stream()
        .map(Finding::sentence)
        .toList();
  }

  /** As the owner of the file: without triggers. */
  private void tamper(String... statements) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("haetae.db"));
        Statement sql = db.createStatement()) {
      try (ResultSet triggers =
          sql.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
        List<String> names = new ArrayList<>();
        while (triggers.next()) {
          names.add(triggers.getString(1));
        }
        for (String name : names) {
          sql.execute("DROP TRIGGER " + name);
        }
      }
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  @Test
  void aCheckpointIsTakenOfWhatIsNewAndTheTrailIsWhole() {
    assertEquals(Optional.empty(), desk.take());
    notes(3);
    SignedCheckpoint first = desk.take().orElseThrow();
    assertEquals(3, first.checkpoint().number());
    assertEquals(Optional.empty(), desk.take());
    notes(1);
    assertEquals(4, desk.take().orElseThrow().checkpoint().number());
    assertEquals(2, file.lines().size());
    assertEquals(first.line(), file.lines().getFirst());
    TrailCheck check = TrailCheck.of(store, file.lines(), key.verifying());
    assertEquals(new TrailCheck(List.of(), 4, 2, List.of()), check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE audit_entry SET detail = 'GET /y' WHERE number = 3 | entry 3 was changed
          UPDATE audit_entry SET subject = 'case-2' WHERE number = 3 | entry 3 was changed
          UPDATE audit_entry SET act = 'WRITE' WHERE number = 1 | entry 1 was changed
          UPDATE audit_entry SET act = 'NONSENSE' WHERE number = 2 | entry 2 was changed
          UPDATE audit_entry SET at = at + 1 WHERE number = 5 | entry 5 was changed
          UPDATE audit_entry SET role = 'AUDITOR' WHERE number = 5 | entry 5 was changed
          UPDATE audit_entry SET salt = '' WHERE number = 4 | entry 4 was changed
          UPDATE audit_entry SET hash = previous WHERE number = 4 | entry 4 was changed
          DELETE FROM audit_entry WHERE number = 2 | entry 2 is missing
          DELETE FROM audit_entry WHERE number < 4 | entries 1 to 3 are missing
          DELETE FROM audit_entry WHERE number > 4 | the trail ends with entry 4
          DELETE FROM audit_entry | the trail ends with entry 0
          DELETE FROM audit_checkpoint | whole
          """)
  void everyChangeByHandIsFound(String statement, String sentence) throws Exception {
    notes(6);
    desk.take();
    tamper(statement);
    List<String> found = found();
    if (sentence.equals("whole")) {
      assertEquals(List.of(), found);
    } else {
      assertTrue(found.getFirst().startsWith(sentence), found::toString);
    }
  }

  /** The database's own count is cut as well: the file alone knows. */
  @Test
  void aTailThatIsCutWithItsCountIsFoundByTheFile() throws Exception {
    notes(6);
    desk.take();
    tamper(
        "DELETE FROM audit_entry WHERE number > 4",
        "DELETE FROM audit_checkpoint",
        "UPDATE audit_head SET number = 4, hash = (SELECT hash FROM audit_entry WHERE number = 4)");
    assertEquals(
        List.of(
            "the trail ends with entry 4, but the checkpoint of %s knows of entry 6: the end was cut off"
                .formatted(NOW)),
        found());
    // What goes on after the cut has the same numbers, and can't have the same hashes.
    notes(2);
    assertEquals(1, found().size());
    assertTrue(found().getFirst().startsWith("entry 6 isn't the one that the checkpoint"));
  }

  @Test
  void aCheckpointThatCanNotBeWrittenIsNoneAndIsTriedAgain() throws Exception {
    notes(1);
    Path missing = place.resolve("away");
    CheckpointFile elsewhere = new CheckpointFile(missing.resolve("checkpoints"));
    CheckpointDesk other = new CheckpointDesk(store, key, elsewhere, InstantSource.fixed(NOW));
    assertThrows(CheckpointException.class, other::take);
    assertEquals(Optional.empty(), store.read(in -> in.audit().newestCheckpoint()));
    Files.createDirectory(missing);
    assertEquals(1, other.take().orElseThrow().checkpoint().number());
  }

  @Test
  void aForgedLineInTheFileIsTold() throws Exception {
    notes(2);
    String line = desk.take().orElseThrow().line();
    Files.writeString(file.path(), line.replaceFirst(" 2 ", " 1 ") + "\n" + line + "\n");
    assertEquals(List.of("line 1 of the checkpoints isn't signed by this trail's key"), found());
  }
}
