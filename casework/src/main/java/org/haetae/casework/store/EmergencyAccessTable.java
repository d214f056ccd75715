package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** Cases that were opened in an emergency. A row is never taken away. */
public final class EmergencyAccessTable {
  private final Handle handle;

  EmergencyAccessTable(Handle handle) {
    this.handle = handle;
  }

  public void add(UserId user, CaseId file, String reason, Instant now, Instant until) {
    handle.execute(
        """
        INSERT INTO emergency_access (user_id, case_id, reason, opened_at, until_at)
        VALUES (?, ?, ?, ?, ?)\
        """,
        user.value(),
        file.value(),
        reason,
        Columns.micros(now),
        Columns.micros(until));
  }

  /** What is open to somebody now. */
  public Set<CaseId> open(UserId user, Instant now) {
    return handle
        .createQuery("SELECT case_id FROM emergency_access WHERE user_id = ? AND until_at > ?")
        .bind(0, user.value())
        .bind(1, Columns.micros(now))
        .map((row, _) -> new CaseId(row.getString("case_id")))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What no supervisor has looked at, the oldest first. */
  public List<EmergencyAccessRow> unseen() {
    return handle
        .createQuery("SELECT * FROM emergency_access WHERE seen_by IS NULL ORDER BY id")
        .map((row, _) -> row(row))
        .list();
  }

  /** A supervisor has looked; answers whether one still had to, and it wasn't their own. */
  public boolean seen(long id, UserId by) {
    return handle.execute(
            "UPDATE emergency_access SET seen_by = ? WHERE id = ? AND seen_by IS NULL AND user_id"
                + " <> ?",
            by.value(),
            id,
            by.value())
        > 0;
  }

  private static EmergencyAccessRow row(ResultSet row) throws SQLException {
    return new EmergencyAccessRow(
        row.getLong("id"),
        new UserId(row.getString("user_id")),
        new CaseId(row.getString("case_id")),
        row.getString("reason"),
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "until_at"),
        Optional.ofNullable(row.getString("seen_by")).map(UserId::new));
  }
}
