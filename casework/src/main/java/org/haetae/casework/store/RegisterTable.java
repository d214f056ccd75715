package org.haetae.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** Who people really are, sealed, and the blind index by which they are found. */
public final class RegisterTable {
  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;

  RegisterTable(Handle handle, AuditTable audit, Sealing sealing) {
    this.handle = handle;
    this.audit = audit;
    this.sealing = sealing;
  }

  /** What the index knows a value by: the names stand in the database. */
  public enum Field {
    NAME,
    PHONE
  }

  /**
   * A few bits of a keyed hash of a value.
   *
   * @param bits not negative
   */
  public record Tag(Field field, int bits) {}

  /** Puts an owner's text there in the place of what was there, with its tags. */
  public void put(Owner owner, String text, Set<Tag> tags, UserId by, Instant now) {
    unindex(owner);
    handle.execute(
        """
        INSERT INTO register (owner_kind, owner, detail, changed_by, changed_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (owner_kind, owner) DO UPDATE SET detail = excluded.detail,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at\
        """,
        owner.kind().name(),
        owner.id(),
        sealing.seal(owner, cell(owner), text),
        by.value(),
        Columns.micros(now));
    for (Tag tag : tags) {
      handle.execute(
          "INSERT INTO register_index (field, tag, owner_kind, owner) VALUES (?, ?, ?, ?)",
          tag.field().name(),
          tag.bits(),
          owner.kind().name(),
          owner.id());
    }
    audit.note(AuditNote.by(by, AuditAct.WRITE, owner.subject(), "name and addresses"));
  }

  /** An owner's text; empty where there is none or it was erased. */
  public Optional<String> find(Owner owner) {
    return handle
        .createQuery("SELECT detail FROM register WHERE owner_kind = ? AND owner = ?")
        .bind(0, owner.kind().name())
        .bind(1, owner.id())
        .mapTo(String.class)
        .findOne()
        .flatMap(stored -> sealing.open(cell(owner), stored));
  }

  /** Whom a tag may mean; most likely others too. */
  public List<Owner> candidates(Tag tag) {
    return handle
        .createQuery(
            """
            SELECT owner_kind, owner FROM register_index
            WHERE field = ? AND tag = ? ORDER BY owner_kind, owner\
            """)
        .bind(0, tag.field().name())
        .bind(1, tag.bits())
        .map((row, _) -> Columns.owner(row))
        .list();
  }

  /** Takes an owner out, the index first. */
  public void remove(Owner owner) {
    unindex(owner);
    handle.execute(
        "DELETE FROM register WHERE owner_kind = ? AND owner = ?", owner.kind().name(), owner.id());
  }

  private void unindex(Owner owner) {
    handle.execute(
        "DELETE FROM register_index WHERE owner_kind = ? AND owner = ?",
        owner.kind().name(),
        owner.id());
  }

  private static Cell cell(Owner owner) {
    return Cell.of("register", "detail", owner.kind().name(), owner.id());
  }
}
