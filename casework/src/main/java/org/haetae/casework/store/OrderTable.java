package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.id.OrderId;
import org.jdbi.v3.core.Handle;

/** Orders as they were issued, and all their events. */
public final class OrderTable {
  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;
  private final EventLog log;

  OrderTable(Handle handle, AuditTable audit, Sealing sealing) {
    this.handle = handle;
    this.audit = audit;
    this.sealing = sealing;
    this.log = new EventLog(handle, sealing, "order_event", "order_id");
  }

  /** An order with all that happened to it; empty where it is not there or was erased. */
  public Optional<OrderFile> find(OrderId id) {
    return handle
        .createQuery("SELECT id, respondent, issued FROM protection_order WHERE id = ?")
        .bind(0, id.value())
        .map((row, _) -> issued(row))
        .findOne()
        .flatMap(Function.identity())
        .map(issued -> issued.with(events(id)));
  }

  /** Those that have not ended at {@code now}: ahead, in force or suspended. */
  public List<OrderFile> unended(Instant now) {
    return handle
        .createQuery(
            """
            SELECT id, respondent, issued FROM protection_order
            WHERE valid_until > ? ORDER BY id\
            """)
        .bind(0, Columns.micros(now))
        .map((row, _) -> issued(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .map(issued -> issued.with(events(issued.order().id())))
        .toList();
  }

  /** All of them, ended ones too, but none that was erased. */
  public List<OrderFile> all() {
    Map<String, List<OrderEvent>> histories = new HashMap<>();
    handle
        .createQuery("SELECT * FROM order_event ORDER BY order_id, number")
        .map(
            (row, _) -> {
              String id = row.getString("order_id");
              OrderEventKind kind = OrderEventKind.valueOf(row.getString("kind"));
              return log.detail(row).map(detail -> Map.entry(id, kind.read(detail)));
            })
        .stream()
        .flatMap(Optional::stream)
        .forEach(
            event ->
                histories
                    .computeIfAbsent(event.getKey(), _ -> new ArrayList<>())
                    .add(event.getValue()));
    return handle
        .createQuery("SELECT id, respondent, issued FROM protection_order ORDER BY id")
        .map((row, _) -> issued(row))
        .stream()
        .flatMap(Optional::stream)
        .map(issued -> issued.with(histories.getOrDefault(issued.order().id().value(), List.of())))
        .toList();
  }

  /** Those with templates that they no longer allow at {@code now}, the longest lapsed first. */
  public List<OrderId> lapsed(Instant now) {
    return handle
        .createQuery(
            """
            SELECT id FROM protection_order WHERE templates_until <= ?
              AND EXISTS (SELECT 1 FROM template WHERE order_id = protection_order.id)
            ORDER BY templates_until, id\
            """)
        .bind(0, Columns.micros(now))
        .map((row, _) -> new OrderId(row.getString("id")))
        .list();
  }

  /** Adds an order with all its history; one id is there once. */
  public void add(OrderFile file, Instant now) {
    OrderId id = file.issued().id();
    handle.execute(
        """
        INSERT INTO protection_order (id, respondent, issued, valid_until, templates_until)
        VALUES (?, ?, ?, ?, ?)\
        """,
        id.value(),
        file.issued().respondent().value(),
        sealing.seal(
            Owner.of(id),
            cell(id.value(), file.issued().respondent().value()),
            Json.write(IssuedOrder.of(file))),
        Columns.micros(file.endsAt()),
        Columns.micros(file.inForceUntil(now)));
    audit.note(Audited.order(id, AuditAct.WRITE, "issued"));
    for (OrderEvent event : file.history()) {
      append(id, event);
    }
  }

  /** Saves an order together with its newest event, as it stands at {@code now}. */
  public void save(OrderFile after, Instant now) {
    refresh(after, now);
    append(after.issued().id(), after.history().getLast());
  }

  /** Works out anew until when an order allows templates, as of {@code now}. */
  public void refresh(OrderFile file, Instant now) {
    handle.execute(
        "UPDATE protection_order SET valid_until = ?, templates_until = ? WHERE id = ?",
        Columns.micros(file.endsAt()),
        Columns.micros(file.inForceUntil(now)),
        file.issued().id().value());
  }

  private List<OrderEvent> events(OrderId id) {
    return log.events(id.value(), (kind, detail) -> OrderEventKind.valueOf(kind).read(detail));
  }

  private void append(OrderId id, OrderEvent event) {
    log.append(id.value(), Owner.of(id), OrderEventKind.of(event), event);
    audit.note(Audited.order(id, AuditAct.WRITE, OrderEventKind.of(event).name()));
  }

  private Optional<IssuedOrder> issued(ResultSet row) throws SQLException {
    return sealing
        .open(cell(row.getString("id"), row.getString("respondent")), row.getString("issued"))
        .map(json -> Json.read(json, IssuedOrder.class));
  }

  static Cell cell(String id, String respondent) {
    return Cell.of("protection_order", "issued", id, respondent);
  }
}
