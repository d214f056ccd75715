package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.retention.LegalHold;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** What is held, and was. An owner has at most one hold at a time. */
public final class HoldTable {
  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;

  HoldTable(Handle handle, AuditTable audit, Sealing sealing) {
    this.handle = handle;
    this.audit = audit;
    this.sealing = sealing;
  }

  /** Places a hold on an owner that has none. */
  public void place(Owner on, String reason, UserId by, Instant now) {
    long at = Columns.micros(now);
    handle.execute(
        """
        INSERT INTO legal_hold (owner_kind, owner, placed_at, placed_by, reason)
        VALUES (?, ?, ?, ?, ?)\
        """,
        on.kind().name(),
        on.id(),
        at,
        by.value(),
        sealing.seal(on, cell(on.kind().name(), on.id(), at), reason));
    audit.note(AuditNote.by(by, AuditAct.WRITE, on.subject(), "held"));
  }

  /** Ends an owner's hold; answers whether there was one. */
  public boolean lift(Owner on, UserId by, Instant now) {
    int lifted =
        handle.execute(
            """
            UPDATE legal_hold SET lifted_at = ?, lifted_by = ?
            WHERE owner_kind = ? AND owner = ? AND lifted_at IS NULL\
            """,
            Columns.micros(now),
            by.value(),
            on.kind().name(),
            on.id());
    if (lifted > 0) {
      audit.note(AuditNote.by(by, AuditAct.WRITE, on.subject(), "hold lifted"));
    }
    return lifted > 0;
  }

  /** Whoever is held now. */
  public Set<Owner> held() {
    return handle
        .createQuery("SELECT owner_kind, owner FROM legal_hold WHERE lifted_at IS NULL")
        .map((row, _) -> Columns.owner(row))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first of some owners that is held. */
  public Optional<Owner> anyOf(Collection<Owner> owners) {
    Set<Owner> held = held();
    return owners.stream().filter(held::contains).findFirst();
  }

  /** All holds, lifted ones too, the newest first. */
  public List<LegalHold> all() {
    return handle
        .createQuery("SELECT * FROM legal_hold ORDER BY placed_at DESC, owner_kind, owner")
        .map((row, _) -> hold(row))
        .list();
  }

  private LegalHold hold(ResultSet row) throws SQLException {
    Cell cell = cell(row.getString("owner_kind"), row.getString("owner"), row.getLong("placed_at"));
    Optional<Instant> lifted = Columns.instantOrEmpty(row, "lifted_at");
    Optional<UserId> by = Optional.ofNullable(row.getString("lifted_by")).map(UserId::new);
    return new LegalHold(
        Columns.owner(row),
        sealing.open(cell, row.getString("reason")),
        new UserId(row.getString("placed_by")),
        Columns.instant(row, "placed_at"),
        lifted.flatMap(at -> by.map(user -> new LegalHold.Lifted(user, at))));
  }

  private static Cell cell(String kind, String owner, long placed) {
    return Cell.of("legal_hold", "reason", kind, owner, Long.toString(placed));
  }
}
