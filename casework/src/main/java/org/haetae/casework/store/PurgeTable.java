package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.domain.id.OrderId;
import org.jdbi.v3.core.Handle;

/** Purges, open and done. An order has at most one that is open. */
public final class PurgeTable {
  private final Handle handle;
  private final AuditTable audit;

  PurgeTable(Handle handle, AuditTable audit) {
    this.handle = handle;
    this.audit = audit;
  }

  /** Opens a purge unless one is open. */
  public void ask(OrderId order, PurgeReason reason, Instant now) {
    if (open(order).isEmpty()) {
      handle.execute(
          "INSERT INTO purge (order_id, reason, asked_at) VALUES (?, ?, ?)",
          order.value(),
          reason.name(),
          Columns.micros(now));
      audit.note(Audited.order(order, AuditAct.PURGE, "asked: " + reason.name()));
    }
  }

  public Optional<Purge> open(OrderId order) {
    return open().stream().filter(purge -> purge.order().equals(order)).findFirst();
  }

  /** The oldest first. */
  public List<Purge> open() {
    return handle
        .createQuery("SELECT * FROM purge WHERE done_at IS NULL ORDER BY id")
        .map((row, _) -> purge(row))
        .list();
  }

  /** All of an order, the oldest first. */
  public List<Purge> of(OrderId order) {
    return handle
        .createQuery("SELECT * FROM purge WHERE order_id = ? ORDER BY id")
        .bind(0, order.value())
        .map((row, _) -> purge(row))
        .list();
  }

  public void keysGone(Purge purge, Instant now) {
    handle.execute(
        "UPDATE purge SET keys_gone_at = ? WHERE id = ?", Columns.micros(now), purge.id());
    audit.note(Audited.order(purge.order(), AuditAct.PURGE, "keys destroyed"));
  }

  /** Closes a purge whose keys are gone. */
  public void done(Purge purge, Instant now) {
    handle.execute("UPDATE purge SET done_at = ? WHERE id = ?", Columns.micros(now), purge.id());
    audit.note(Audited.order(purge.order(), AuditAct.PURGE, "done"));
  }

  private static Purge purge(ResultSet row) throws SQLException {
    return new Purge(
        row.getLong("id"),
        new OrderId(row.getString("order_id")),
        PurgeReason.valueOf(row.getString("reason")),
        Columns.instant(row, "asked_at"),
        Columns.instantOrEmpty(row, "keys_gone_at"),
        Columns.instantOrEmpty(row, "done_at"));
  }
}
