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

/** Cases that were opened in an emergency. A row stays; its reason goes with the case. */
public final class EmergencyAccessTable {
  private final Handle handle;
  private final Sealing sealing;

  EmergencyAccessTable(Handle handle, Sealing sealing) {
    this.handle = handle;
    this.sealing = sealing;
  }

  /**
   * @throws org.haetae.casework.ledger.ErasedRefusal where the case was erased
   */
  public void add(UserId user, CaseId file, String reason, Instant now, Instant until) {
    long opened = Columns.micros(now);
    handle.execute(
        """
        INSERT INTO emergency_access (user_id, case_id, reason, opened_at, until_at)
        VALUES (?, ?, ?, ?, ?)\
        """,
        user.value(),
        file.value(),
        sealing.seal(Owner.of(file), cell(user.value(), file.value(), opened), reason),
        opened,
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

  private EmergencyAccessRow row(ResultSet row) throws SQLException {
    return new EmergencyAccessRow(
        row.getLong("id"),
        new UserId(row.getString("user_id")),
        new CaseId(row.getString("case_id")),
        sealing.open(cell(row), row.getString("reason")),
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "until_at"),
        Optional.ofNullable(row.getString("seen_by")).map(UserId::new));
  }

  static Cell cell(ResultSet row) throws SQLException {
    return cell(row.getString("user_id"), row.getString("case_id"), row.getLong("opened_at"));
  }

  private static Cell cell(String user, String file, long opened) {
    return Cell.of("emergency_access", "reason", user, file, Long.toString(opened));
  }
}
