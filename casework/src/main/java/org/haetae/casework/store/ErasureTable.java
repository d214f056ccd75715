package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** Erasures, open and done; each owner's comes once and is for good. */
public final class ErasureTable {
  private final Handle handle;
  private final AuditTable audit;

  ErasureTable(Handle handle, AuditTable audit) {
    this.handle = handle;
    this.audit = audit;
  }

  /** Opens an erasure unless there is one. */
  public void ask(Owner owner, UserId by, Instant now) {
    handle.execute(
        """
        INSERT INTO erasure (owner_kind, owner, asked_by, asked_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (owner_kind, owner) DO NOTHING\
        """,
        owner.kind().name(),
        owner.id(),
        by.value(),
        Columns.micros(now));
    audit.note(AuditNote.by(by, AuditAct.PURGE, owner.subject(), "erasure asked for"));
  }

  public Optional<Erasure> find(Owner owner) {
    return handle
        .createQuery("SELECT * FROM erasure WHERE owner_kind = ? AND owner = ?")
        .bind(0, owner.kind().name())
        .bind(1, owner.id())
        .map((row, _) -> erasure(row))
        .findOne();
  }

  /** Those that are not done, the oldest first. */
  public List<Erasure> open() {
    return handle
        .createQuery("SELECT * FROM erasure WHERE done_at IS NULL ORDER BY asked_at, owner")
        .map((row, _) -> erasure(row))
        .list();
  }

  /**
   * Everybody who may have text under a key of their own, but for those whose erasure was asked
   * for.
   */
  public List<Owner> others() {
    return handle
        .createQuery(
            """
            SELECT owner_kind, owner FROM (
              SELECT 'CASE' AS owner_kind, case_id AS owner FROM ledger WHERE case_id IS NOT NULL
              UNION SELECT 'CASE', subject FROM ledger WHERE subject_kind = 'CASE'
              UNION SELECT 'CASE', subject FROM incident WHERE cause = 'SOS'
              UNION SELECT 'CASE', case_id FROM photograph
              UNION SELECT 'CASE', case_id FROM emergency_access
              UNION SELECT 'ORDER', id FROM protection_order
              UNION SELECT owner_kind, owner FROM register) AS all_owners
            WHERE NOT EXISTS (SELECT 1 FROM erasure
              WHERE erasure.owner_kind = all_owners.owner_kind
                AND erasure.owner = all_owners.owner)
            ORDER BY owner_kind, owner\
            """)
        .map((row, _) -> Columns.owner(row))
        .list();
  }

  public void keysGone(Owner owner, Instant now) {
    handle.execute(
        """
        UPDATE erasure SET keys_gone_at = COALESCE(keys_gone_at, ?)
        WHERE owner_kind = ? AND owner = ?\
        """,
        Columns.micros(now),
        owner.kind().name(),
        owner.id());
  }

  /** Closes an erasure whose keys are gone. */
  public void done(Owner owner, Instant now) {
    handle.execute(
        "UPDATE erasure SET done_at = ? WHERE owner_kind = ? AND owner = ?",
        Columns.micros(now),
        owner.kind().name(),
        owner.id());
    audit.note(AuditNote.of(AuditAct.PURGE, owner.subject(), "erased: its key is destroyed"));
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    return new Erasure(
        Columns.owner(row),
        new UserId(row.getString("asked_by")),
        Columns.instant(row, "asked_at"),
        Columns.instantOrEmpty(row, "keys_gone_at"),
        Columns.instantOrEmpty(row, "done_at"));
  }
}
