package org.haetae.casework.store;

import java.util.List;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** Approvals of enrolments. They stay when the templates go: whoever looked has looked. */
public final class ApprovalTable {
  private final Handle handle;
  private final AuditTable audit;

  ApprovalTable(Handle handle, AuditTable audit) {
    this.handle = handle;
    this.audit = audit;
  }

  /** Adds one; a person has one for each order and source. */
  public void add(Approval approval) {
    handle.execute(
        "INSERT INTO approval (order_id, source, approved_by, approved_at) VALUES (?, ?, ?, ?)",
        approval.order().value(),
        approval.source(),
        approval.by().value(),
        Columns.micros(approval.at()));
    audit.note(Audited.approval(approval));
  }

  /** All of an order's, the oldest first. */
  public List<Approval> of(OrderId order) {
    return handle
        .createQuery("SELECT * FROM approval WHERE order_id = ? ORDER BY approved_at, approved_by")
        .bind(0, order.value())
        .map(
            (row, _) ->
                new Approval(
                    order,
                    row.getString("source"),
                    new UserId(row.getString("approved_by")),
                    Columns.instant(row, "approved_at")))
        .list();
  }
}
