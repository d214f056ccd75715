package org.haetae.casework.store;

import java.util.Optional;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** Sealed photographs of cases. */
public final class PhotographTable {
  private final Handle handle;
  private final AuditTable audit;

  PhotographTable(Handle handle, AuditTable audit) {
    this.handle = handle;
    this.audit = audit;
  }

  /**
   * @param sealed the picture under its key
   */
  public void add(SealedPhotograph photograph, byte[] sealed) {
    handle.execute(
        """
        INSERT INTO photograph (name, case_id, key_name, sealed, taken_by, taken_at)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        photograph.name(),
        photograph.file().value(),
        photograph.key(),
        sealed,
        photograph.takenBy().value(),
        Columns.micros(photograph.takenAt()));
    audit.note(Audited.photograph(photograph));
  }

  /** The one of this name, if it is this case's. */
  public Optional<SealedPhotograph> find(CaseId file, String name) {
    return handle
        .createQuery("SELECT * FROM photograph WHERE name = ? AND case_id = ?")
        .bind(0, name)
        .bind(1, file.value())
        .map(
            (row, _) ->
                new SealedPhotograph(
                    row.getString("name"),
                    new CaseId(row.getString("case_id")),
                    row.getString("key_name"),
                    new UserId(row.getString("taken_by")),
                    Columns.instant(row, "taken_at")))
        .findOne();
  }

  /** The picture under its key. */
  public byte[] sealed(SealedPhotograph photograph) {
    return handle
        .createQuery("SELECT sealed FROM photograph WHERE name = ?")
        .bind(0, photograph.name())
        .map((row, _) -> row.getBytes("sealed"))
        .one();
  }

  /** The key that seals a case's photographs; empty where it has none. */
  public Optional<String> key(CaseId file) {
    return handle
        .createQuery("SELECT MAX(key_name) AS name FROM photograph WHERE case_id = ?")
        .bind(0, file.value())
        .map((row, _) -> Optional.ofNullable(row.getString("name")))
        .one();
  }

  /** Deletes a case's photographs. */
  public void delete(CaseId file) {
    handle.execute("DELETE FROM photograph WHERE case_id = ?", file.value());
  }
}
