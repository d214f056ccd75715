package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.audit.AuditAct;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.jdbi.v3.core.Handle;

/** Sealed templates. A row can't be without its order, nor name another respondent than it. */
public final class TemplateTable {
  private final Handle handle;
  private final AuditTable audit;

  TemplateTable(Handle handle, AuditTable audit) {
    this.handle = handle;
    this.audit = audit;
  }

  public void add(SealedTemplate template) {
    handle.execute(
        """
        INSERT INTO template (order_id, respondent, model, model_version, key_name, sealed,
          enrolled_at, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        template.order().value(),
        template.respondent().value(),
        template.model().name(),
        template.model().version(),
        template.key(),
        template.sealed(),
        Columns.micros(template.enrolled()),
        template.source());
    audit.note(Audited.order(template.order(), AuditAct.ENROL, "a template"));
  }

  /**
   * Those of one model whose order allows them at {@code now}, by order, in the sequence in which
   * they were enrolled. What a purge has been asked for is no longer among them.
   */
  public List<SealedTemplate> usable(ModelId model, Instant now) {
    return handle
        .createQuery(
            """
            SELECT template.* FROM template
            JOIN protection_order ON protection_order.id = template.order_id
            WHERE model = ? AND model_version = ? AND templates_until > ?
              AND NOT EXISTS (SELECT 1 FROM purge
                WHERE purge.order_id = template.order_id AND done_at IS NULL)
            ORDER BY template.order_id, template.id\
            """)
        .bind(0, model.name())
        .bind(1, model.version())
        .bind(2, Columns.micros(now))
        .map((row, _) -> template(row))
        .list();
  }

  /** The key that seals an order's templates; empty where it has none. */
  public Optional<String> key(OrderId order) {
    return handle
        .createQuery("SELECT MAX(key_name) AS name FROM template WHERE order_id = ?")
        .bind(0, order.value())
        .map((row, _) -> Optional.ofNullable(row.getString("name")))
        .one();
  }

  /** All keys that some template needs, or that some template of {@code order} needs. */
  public Set<String> keys(Optional<OrderId> order) {
    return Set.copyOf(
        handle
            .createQuery("SELECT DISTINCT key_name FROM template WHERE :all = 1 OR order_id = :id")
            .bind("all", order.isEmpty() ? 1 : 0)
            .bind("id", order.map(OrderId::value).orElse(""))
            .mapTo(String.class)
            .list());
  }

  /** The orders of which a template needs a key. */
  public Set<OrderId> orders(String key) {
    return Set.copyOf(
        handle
            .createQuery("SELECT DISTINCT order_id FROM template WHERE key_name = ?")
            .bind(0, key)
            .map((row, _) -> new OrderId(row.getString("order_id")))
            .list());
  }

  /** Deletes an order's templates; answers how many there were. */
  public int delete(OrderId order) {
    int deleted = handle.execute("DELETE FROM template WHERE order_id = ?", order.value());
    audit.note(Audited.order(order, AuditAct.PURGE, "%d templates deleted".formatted(deleted)));
    return deleted;
  }

  private static SealedTemplate template(ResultSet row) throws SQLException {
    return new SealedTemplate(
        new OrderId(row.getString("order_id")),
        new RespondentId(row.getString("respondent")),
        new ModelId(row.getString("model"), row.getString("model_version")),
        row.getString("key_name"),
        row.getBytes("sealed"),
        Columns.instant(row, "enrolled_at"),
        row.getString("source"));
  }
}
