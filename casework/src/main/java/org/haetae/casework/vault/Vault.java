package org.haetae.casework.vault;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.store.Approval;
import org.haetae.casework.store.SealedTemplate;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.vault.tink.DataKey;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * Keeps faces sealed while an order allows them. Safe for many threads; sealing, opening and
 * purging wait for each other, so that no face is learnt while it is being forgotten.
 */
public final class Vault {
  private final Store store;
  private final KeyFolder keys;
  private final ApprovalRule rule;
  private final InstantSource clock;
  private final Purging purging;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param rule who must have approved a face before it is opened
   * @param forget tells the running gallery to forget an order's faces; called first and before any
   *     disk, from any thread, and again once nothing else is being opened. To be quick.
   */
  public Vault(
      Store store,
      KeyFolder keys,
      ApprovalRule rule,
      Consumer<OrderId> forget,
      InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.rule = rule;
    this.clock = clock;
    this.purging = new Purging(store, keys, forget, clock, turn);
  }

  /**
   * Seals faces, all of them or none; they are on the disk when this returns.
   *
   * @throws OrderRefusal where the order is no longer in force, or is being purged
   * @throws VaultException where its key can't be used
   */
  public void seal(OrderInForce order, FaceSet faces) {
    turn.lock();
    try {
      Optional<String> known =
          store.read(
              in -> {
                OrderFile _ = sealable(in, order, clock.instant());
                return in.templates().key(order.order());
              });
      // Durable before the row that names it; if no row follows, resuming sweeps it out.
      String name = known.orElseGet(keys::create);
      List<SealedTemplate> rows =
          faces.templates().stream()
              .map(template -> sealed(order, template, name, faces.source()))
              .toList();
      store.run(in -> add(in, order, rows));
    } finally {
      turn.unlock();
    }
  }

  private SealedTemplate sealed(OrderInForce order, Template template, String name, String source) {
    byte[] clear = FaceBytes.of(template);
    try {
      byte[] label = FaceBytes.label(order.order(), order.respondent(), template.model());
      return new SealedTemplate(
          order.order(),
          order.respondent(),
          template.model(),
          name,
          keys.open(name).seal(clear, label),
          clock.instant(),
          source);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "a template of order %s can't be sealed".formatted(order.order()), e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private void add(Transaction in, OrderInForce order, List<SealedTemplate> rows) {
    Instant now = clock.instant();
    in.orders().refresh(sealable(in, order, now), now);
    rows.forEach(in.templates()::add);
  }

  /** The proof is of a while ago; what counts is the order as it is written down now. */
  private static OrderFile sealable(Transaction in, OrderInForce order, Instant now) {
    OrderFile file = found(in, order.order());
    OrderInForce _ = OrderInForce.of(file, order.respondent(), now);
    if (in.purges().open(order.order()).isPresent()) {
      throw new OrderRefusal(
          "order %s is being purged: enrol once that is done".formatted(order.order()));
    }
    return file;
  }

  static OrderFile found(Transaction in, OrderId order) {
    return in.orders()
        .find(order)
        .orElseThrow(
            () -> new OrderRefusal("order %s is not known: enter it first".formatted(order)));
  }

  /**
   * Opens all faces of one model that an order allows now and people have approved, and hands them
   * to {@code use} before any of them can be purged. One order's damage keeps no other order's
   * faces away.
   */
  public void open(ModelId model, Consumer<OpenedVault> use) {
    turn.lock();
    try {
      Instant now = clock.instant();
      Map<OrderId, List<SealedTemplate>> orders = new LinkedHashMap<>();
      Set<OrderId> unapproved = new TreeSet<>();
      Map<OrderId, List<Approval>> approvals = new HashMap<>();
      for (SealedTemplate row : store.read(in -> in.templates().usable(model, now))) {
        if (rule.allows(row.source(), approvals.computeIfAbsent(row.order(), this::approvals))) {
          orders.computeIfAbsent(row.order(), _ -> new ArrayList<>()).add(row);
        } else {
          unapproved.add(row.order());
        }
      }
      List<OpenedTemplate> opened = new ArrayList<>();
      Map<OrderId, String> damaged = new LinkedHashMap<>();
      orders.forEach(
          (order, rows) -> {
            try {
              opened.addAll(opened(order, rows));
            } catch (VaultException e) {
              damaged.put(order, String.valueOf(e.getMessage()));
            }
          });
      use.accept(new OpenedVault(opened, damaged, unapproved));
    } finally {
      turn.unlock();
    }
  }

  /** Not asked for where nobody's word is wanted. */
  private List<Approval> approvals(OrderId order) {
    return rule.people() == 0 ? List.of() : store.read(in -> in.approvals().of(order));
  }

  /**
   * A person has looked at the photographs behind an order's newest templates of a model.
   *
   * @throws OrderRefusal where there are none, or the person's word is given or not wanted
   */
  public void approve(OrderId order, ModelId model, UserId by) {
    store.run(
        in -> {
          Instant now = clock.instant();
          String source =
              in.templates().usable(model, now).stream()
                  .filter(row -> row.order().equals(order))
                  .reduce((_, newer) -> newer)
                  .map(SealedTemplate::source)
                  .orElseThrow(
                      () -> new OrderRefusal("order %s has no face to approve".formatted(order)));
          rule.check(order, source, by, in.approvals().of(order));
          in.approvals().add(new Approval(order, source, by, now));
        });
  }

  private List<OpenedTemplate> opened(OrderId order, List<SealedTemplate> rows) {
    Map<String, DataKey> open = new LinkedHashMap<>();
    List<OpenedTemplate> templates = new ArrayList<>();
    for (SealedTemplate row : rows) {
      DataKey key = open.computeIfAbsent(row.key(), keys::open);
      templates.add(new OpenedTemplate(order, row.respondent(), template(row, key)));
    }
    return templates;
  }

  private static Template template(SealedTemplate row, DataKey key) {
    byte[] label = FaceBytes.label(row.order(), row.respondent(), row.model());
    byte[] clear = new byte[0];
    try {
      clear = key.open(row.sealed(), label);
      return FaceBytes.template(clear, row.model());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new VaultException(
          "a template was changed or belongs to another order: purge it and enrol again", e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Writes down what happened to an order. Where it is then no longer in force, its faces are gone
   * from memory first and from the disk when this returns. Where it throws, the gallery may have
   * forgotten faces that an order still allows: {@link #open} them anew.
   *
   * @throws OrderRefusal where the event can't follow
   * @throws VaultException where the disk refuses; what is left is finished by {@link #due} and
   *     {@link #resume}
   */
  public void happened(OrderId order, OrderEvent event) {
    purging.happened(order, event);
  }

  /** Purges an order's faces though it is in force; {@link #happened} says what it throws. */
  public void purge(OrderId order) {
    purging.purge(order);
  }

  /**
   * Purges what is due by the clock, and finishes what a fault has interrupted. To be called every
   * second or so: it is one look at an index where nothing is due.
   */
  public void due() {
    purging.due();
  }

  /** {@link #due}, and throws away keys that no template needs. To be called once at the start. */
  public void resume() {
    purging.resume();
  }
}
