package org.haetae.casework.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditEntry;
import org.haetae.casework.audit.AuditFilter;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.audit.Checkpoint;
import org.haetae.casework.audit.Digest;
import org.haetae.casework.audit.Link;
import org.haetae.casework.audit.Restoration;
import org.haetae.casework.audit.SignedCheckpoint;
import org.haetae.casework.staff.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * The audit trail. What a transaction notes is written as its last step, in one go: either both are
 * there or neither, and the trail's end, for which all writers queue, is held as briefly as
 * possible and never while another lock is waited for.
 */
public final class AuditTable {
  private static final int SALT_BYTES = 16;
  private static final int BATCH = 500;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Handle handle;
  private final List<AuditNote> notes = new ArrayList<>();

  AuditTable(Handle handle) {
    this.handle = handle;
  }

  /** The end of the trail; number 0 where nothing was written yet. */
  public record Head(long number, Digest hash) {}

  /** Has a note written down when this transaction commits. */
  public void note(AuditNote note) {
    notes.add(note);
  }

  /** Writes what was noted, after all entries that are there. */
  void write(Instant now) {
    if (notes.isEmpty()) {
      return;
    }
    // Taking the turn first makes other writers wait until this one is done.
    handle.execute("UPDATE audit_head SET number = number + ?", notes.size());
    Head head =
        head()
            .orElseThrow(
                () ->
                    new StoreException(
                        "the audit trail's end is gone from the database, so nothing can be"
                            + " written: run haetae audit verify",
                        new NoSuchElementException()));
    long number = head.number() - notes.size();
    Digest previous = head.hash();
    try (PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO audit_entry (number, at, actor_kind, actor, role, act, subject_kind,
              subject, within_kind, within_id, detail, salt, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
      for (AuditNote note : notes) {
        number++;
        AuditRecord record = AuditRecord.after(previous, new AuditEntry(number, now, note, salt()));
        batch.add(row(record));
        previous = record.hash();
      }
      batch.execute();
    }
    handle.execute("UPDATE audit_head SET hash = ?", previous.hex());
  }

  private static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static Object[] row(AuditRecord record) {
    AuditEntry entry = record.entry();
    AuditNote note = entry.note();
    return new Object[] {
      entry.number(),
      Columns.micros(entry.at()),
      note.actor().kind().name(),
      note.actor().name(),
      note.actor().role().map(Enum::name).orElse(null),
      note.act().name(),
      note.subject().kind().name(),
      note.subject().id(),
      note.within().map(whole -> whole.kind().name()).orElse(null),
      note.within().map(AuditSubject::id).orElse(null),
      note.detail(),
      entry.salt(),
      record.previous().hex(),
      record.hash().hex()
    };
  }

  /** Where the trail ends by the database's own count; empty where that was tampered with. */
  public Optional<Head> head() {
    return handle
        .createQuery("SELECT number, hash FROM audit_head")
        .map((row, _) -> new Head(row.getLong("number"), new Digest(row.getString("hash"))))
        .findOne();
  }

  /**
   * What follows entry {@code number}, the oldest first.
   *
   * @throws StoreException where a row can't be an entry: whoever changed it left no valid one
   */
  public List<AuditRecord> after(long number, int most) {
    return rows(number, most).map((row, _) -> record(row)).list();
  }

  private Query rows(long after, int most) {
    return handle
        .createQuery("SELECT * FROM audit_entry WHERE number > ? ORDER BY number LIMIT ?")
        .bind(0, after)
        .bind(1, most);
  }

  /**
   * What the chain needs of what follows entry {@code number}; a row that can't be an entry any
   * more comes as a link that isn't whole.
   */
  public List<Link> links(long number, int most) {
    return rows(number, most).map((row, _) -> link(row)).list();
  }

  /** Where the trail says that it goes on from an earlier state, the oldest first. */
  public List<Restoration> restorations() {
    return handle
        .createQuery("SELECT * FROM audit_entry WHERE act = 'RESTORE' ORDER BY number")
        .map((row, _) -> restoration(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Restoration> restoration(ResultSet row) throws SQLException {
    try {
      AuditRecord record = record(row);
      return record.link().intact() ? Restoration.of(record.entry()) : Optional.empty();
    } catch (StoreException e) {
      // The chain's check says so.
      return Optional.empty();
    }
  }

  private static Link link(ResultSet row) throws SQLException {
    try {
      return record(row).link();
    } catch (StoreException e) {
      return Link.broken(row.getLong("number"));
    }
  }

  /**
   * The newest that are wanted, the newest first.
   *
   * @param before only those of a smaller number
   */
  public List<AuditRecord> newest(AuditFilter filter, long before, int most) {
    List<AuditRecord> found = new ArrayList<>();
    long next = before;
    while (true) {
      List<AuditRecord> batch = narrowed(filter, next);
      batch.stream()
          .filter(record -> filter.wants(record.entry()))
          .limit(most - found.size())
          .forEach(found::add);
      if (found.size() == most || batch.size() < BATCH) {
        return found;
      }
      next = batch.getLast().entry().number();
    }
  }

  /** A superset of what the filter wants, by index. */
  private List<AuditRecord> narrowed(AuditFilter filter, long before) {
    String about =
        filter.about().isEmpty()
            ? ""
            : " AND (subject = :about OR within_id = :about OR subject_kind = 'LIST')";
    String actor = filter.actor().isEmpty() ? "" : " AND actor = :actor";
    Query query =
        handle
            .createQuery(
                """
                SELECT * FROM audit_entry WHERE number < :before AND at >= :from AND at < :until
                %s%s ORDER BY number DESC LIMIT %d\
                """
                    .formatted(about, actor, BATCH))
            .bind("before", before)
            .bind("from", filter.from().map(Columns::micros).orElse(Long.MIN_VALUE))
            .bind("until", filter.until().map(Columns::micros).orElse(Long.MAX_VALUE));
    filter.about().ifPresent(id -> query.bind("about", id));
    filter.actor().ifPresent(name -> query.bind("actor", name));
    return query.map((row, _) -> record(row)).list();
  }

  /** Keeps a copy of a checkpoint for whoever looks at the trail here; the file is what counts. */
  public void keep(SignedCheckpoint signed) {
    handle.execute(
        "INSERT INTO audit_checkpoint (number, line) VALUES (?, ?)",
        signed.checkpoint().number(),
        signed.line());
  }

  /** The newest copy, as far as it can still be read. */
  public Optional<Checkpoint> newestCheckpoint() {
    return handle
        .createQuery("SELECT line FROM audit_checkpoint ORDER BY number DESC LIMIT 1")
        .mapTo(String.class)
        .findOne()
        .flatMap(SignedCheckpoint::read)
        .map(SignedCheckpoint::checkpoint);
  }

  /** All copies as they stand, the oldest first. */
  public List<String> checkpointLines() {
    return handle
        .createQuery("SELECT line FROM audit_checkpoint ORDER BY number")
        .mapTo(String.class)
        .list();
  }

  private static AuditRecord record(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    try {
      AuditActor actor =
          new AuditActor(
              AuditActor.Kind.valueOf(row.getString("actor_kind")),
              row.getString("actor"),
              Optional.ofNullable(row.getString("role")).map(Role::valueOf));
      AuditNote note =
          new AuditNote(
              actor,
              AuditAct.valueOf(row.getString("act")),
              subject(row.getString("subject_kind"), row.getString("subject")),
              Optional.ofNullable(row.getString("within_kind"))
                  .map(kind -> subject(kind, column(row, "within_id"))),
              row.getString("detail"));
      return new AuditRecord(
          new AuditEntry(number, Columns.instant(row, "at"), note, row.getString("salt")),
          new Digest(row.getString("previous")),
          new Digest(row.getString("hash")));
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "entry %d of the audit trail can't be read: it was changed, or a newer version wrote it"
              .formatted(number),
          e);
    }
  }

  private static AuditSubject subject(String kind, String id) {
    return new AuditSubject(AuditSubject.Kind.valueOf(kind), id);
  }

  private static String column(ResultSet row, String name) {
    try {
      return String.valueOf(row.getString(name));
    } catch (SQLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
