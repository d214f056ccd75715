package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Outbox.Outcome;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.jdbi.v3.core.Handle;

/** Parcels: waiting, delivered or dead. */
public final class OutboxTable {
  private final Handle handle;
  private final Sealing sealing;

  OutboxTable(Handle handle, Sealing sealing) {
    this.handle = handle;
    this.sealing = sealing;
  }

  /** Puts a notice there for one channel; the same notice twice is there once. */
  public void add(String channel, Notice notice, Instant now) {
    String kind = NoticeKind.of(notice).name();
    String key = notice.key().toString();
    handle
        .createUpdate(
            """
            INSERT INTO outbox (channel, queue, kind, key, urgency, body, created_at, due_at)
            VALUES (:channel, :queue, :kind, :key, :urgency, :body, :now, :now)
            ON CONFLICT (channel, key) DO NOTHING\
            """)
        .bind("channel", channel)
        .bind("queue", notice.queue().name())
        .bind("kind", kind)
        .bind("key", key)
        .bind("urgency", notice.urgency())
        .bind("body", sealing.seal(owner(notice), cell(channel, key, kind), Json.write(notice)))
        .bind("now", Columns.micros(now))
        .execute();
  }

  /** The most urgent that are due, the oldest of them first. */
  public List<Parcel> due(String channel, Queue queue, Instant now, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM outbox
            WHERE channel = :channel AND queue = :queue AND state = 'WAITING' AND due_at <= :now
            ORDER BY urgency DESC, id LIMIT :limit\
            """)
        .bind("channel", channel)
        .bind("queue", queue.name())
        .bind("now", Columns.micros(now))
        .bind("limit", limit)
        .map((row, _) -> parcel(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Throws away what is sealed for {@code owner}: what nobody can read can't be told. */
  public void forget(Owner owner) {
    sealing
        .prefix(owner)
        .ifPresent(
            prefix ->
                handle.execute(
                    "DELETE FROM outbox WHERE substr(body, 1, ?) = ?", prefix.length(), prefix));
  }

  /** Writes down how attempts ended. */
  public void settle(List<Outcome> outcomes) {
    outcomes.forEach(this::settle);
  }

  private void settle(Outcome outcome) {
    switch (outcome) {
      case Outcome.Delivered(long parcel) ->
          handle.execute("UPDATE outbox SET state = 'DELIVERED' WHERE id = ?", parcel);
      case Outcome.Postponed(long parcel, Instant due, String why) ->
          handle.execute(
              "UPDATE outbox SET attempts = attempts + 1, due_at = ?, last_error = ? WHERE id = ?",
              Columns.micros(due),
              why,
              parcel);
      case Outcome.Dead(long parcel, String why) ->
          handle.execute(
              "UPDATE outbox SET attempts = attempts + 1, state = 'DEAD', last_error = ?"
                  + " WHERE id = ?",
              why,
              parcel);
    }
  }

  /**
   * Makes dead letters wait again, as if they were new, under the keys that they had.
   *
   * @return how many
   */
  public int revive(Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE outbox SET state = 'WAITING', attempts = 0, created_at = :now, due_at = :now
            WHERE state = 'DEAD'\
            """)
        .bind("now", Columns.micros(now))
        .execute();
  }

  /** Parcels of a state: {@code WAITING}, {@code DELIVERED} or {@code DEAD}. */
  public long count(ParcelState state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM outbox WHERE state = ?")
        .bind(0, state.name())
        .mapTo(Long.class)
        .one();
  }

  /**
   * All that wait or are dead, by channel and queue; each half walks through an index of its own.
   */
  public List<Backlog.Parcels> undelivered() {
    return handle
        .createQuery(
            """
            SELECT channel, queue, state, COUNT(*) AS parcels, MIN(created_at) AS oldest
            FROM outbox WHERE state = 'WAITING' GROUP BY channel, queue, state
            UNION ALL
            SELECT channel, queue, state, COUNT(*) AS parcels, MIN(created_at) AS oldest
            FROM outbox WHERE state = 'DEAD' GROUP BY channel, queue, state\
            """)
        .map(
            (row, _) ->
                new Backlog.Parcels(
                    row.getString("channel"),
                    Queue.valueOf(row.getString("queue")),
                    ParcelState.valueOf(row.getString("state")),
                    row.getLong("parcels"),
                    Columns.instant(row, "oldest")))
        .list();
  }

  /** Whose key seals a notice. */
  static Owner owner(Notice notice) {
    return switch (notice) {
      case Notice.Threat threat -> Owner.of(threat.order());
      case Notice.Sos sos -> Owner.of(sos.call().file());
      case Notice.Technical _, Notice.Canary _ -> Owner.HOUSE;
    };
  }

  static Cell cell(String channel, String key, String kind) {
    return Cell.of("outbox", "body", channel, key, kind);
  }

  private Optional<Parcel> parcel(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    String kind = row.getString("kind");
    long id = row.getLong("id");
    Instant created = Columns.instant(row, "created_at");
    int attempts = row.getInt("attempts");
    return sealing
        .open(cell(channel, row.getString("key"), kind), row.getString("body"))
        .map(
            body ->
                new Parcel(id, channel, NoticeKind.valueOf(kind).read(body), created, attempts));
  }
}
