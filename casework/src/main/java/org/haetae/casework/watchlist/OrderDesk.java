package org.haetae.casework.watchlist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.audit.Acting;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.order.OrderRules;
import org.haetae.casework.store.Approval;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Purge;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.OpenedVault;
import org.haetae.casework.vault.Vault;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * Keeps what is looked for in step with the orders: what happens to one is written down, faces that
 * it no longer allows are forgotten, and faces that it allows again are enrolled. People's steps
 * are safe from many threads; {@link #begin} and {@link #look} are for one.
 */
public final class OrderDesk {
  /** Orders are told of for so long after their end. */
  private static final Duration TOLD_OF = Duration.ofDays(30);

  private final Store store;
  private final OrderRules rules;
  private final Vault vault;
  private final VaultWatchlist watchlist;
  private final ModelId model;
  private final MissingFaces missing;
  private final DoubleWatch doubles;
  private final AlarmDesk alarms;
  private final InstantSource clock;
  private volatile Opened opened = new Opened(List.of(), Map.of(), Set.of());

  /**
   * What the last opening of the vault found.
   *
   * @param unended orders that had not ended then
   */
  private record Opened(
      List<OrderFile> unended, Map<OrderId, String> damaged, Set<OrderId> unapproved) {
    List<OrderFile> waiting() {
      return unended.stream().filter(file -> unapproved.contains(id(file))).toList();
    }
  }

  /**
   * @param rules the law, which says how often and how long an order may be extended
   * @param rule who must have approved a face before it is looked for
   * @param model whose templates are looked for; those of any other stay sealed
   * @param clock one that never goes back
   */
  public OrderDesk(
      Store store,
      KeyFolder keys,
      OrderRules rules,
      ApprovalRule rule,
      VaultWatchlist watchlist,
      ModelId model,
      Enroller enroller,
      AlarmDesk alarms,
      InstantSource clock) {
    this.store = store;
    this.vault = new Vault(store, keys, rule, watchlist::forget, clock);
    this.rules = rules;
    this.watchlist = watchlist;
    this.model = model;
    this.missing = new MissingFaces(vault, enroller, alarms, clock);
    this.doubles = new DoubleWatch(alarms);
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Finishes what a crash interrupted, takes in orders that are not known yet, and looks for
   * everybody whom an order in force names.
   *
   * @param issued orders of the site's file; one that is known already stays as it was written down
   * @return orders that are written down otherwise than in {@code issued}
   */
  public List<OrderId> begin(List<OrderFile> issued) {
    vault.resume();
    List<OrderId> different =
        store.write(
            in -> issued.stream().filter(file -> !enter(in, file)).map(OrderDesk::id).toList());
    open();
    enrol();
    return different;
  }

  /**
   * Whether the order is now written down as it was issued, or is past and was erased. One that was
   * erased stays so, whatever the site's file says: there is no key any more to write it down with.
   */
  private boolean enter(Transaction in, OrderFile file) {
    if (in.erasures().find(Owner.of(id(file))).isPresent()) {
      return !clock.instant().isBefore(file.endsAt());
    }
    Optional<OrderFile> known = in.orders().find(id(file));
    if (known.isEmpty()) {
      in.orders().add(file, clock.instant());
      return true;
    }
    return known.get().issuedAs(file);
  }

  /** Forgets and enrols what is due by the clock; to be called every second. */
  public void look() {
    try {
      vault.due();
      alarms.clear(AlarmCode.VAULT_FAILING, "forgetting");
    } catch (RuntimeException e) {
      alarms.raise(AlarmCode.VAULT_FAILING, "forgetting", String.valueOf(e.getMessage()));
    }
    enrol();
  }

  private void enrol() {
    Instant now = clock.instant();
    Opened last = opened;
    Map<Boolean, List<OrderFile>> without =
        last.unended().stream()
            .filter(file -> file.inForceAt(now) && !watchlist.holds(id(file)))
            .collect(Collectors.partitioningBy(file -> last.unapproved().contains(id(file))));
    tellUnapproved(without.getOrDefault(true, List.of()));
    if (missing.enrol(without.getOrDefault(false, List.of()), last.damaged())) {
      open();
    }
    doubles.look(watchlist.current());
  }

  private void tellUnapproved(List<OrderFile> files) {
    Set<String> parts = files.stream().map(file -> id(file).value()).collect(Collectors.toSet());
    alarms.retain(AlarmCode.FACE_UNAPPROVED, parts);
    parts.forEach(part -> alarms.raise(AlarmCode.FACE_UNAPPROVED, part, ""));
  }

  /** Holds all faces that the vault may open now, and no other. */
  private void open() {
    vault.open(model, this::hold);
  }

  private void hold(OpenedVault vaulted) {
    Instant now = clock.instant();
    List<OrderFile> files = store.read(in -> in.orders().unended(now));
    watchlist.hold(files, vaulted.templates(), now);
    opened = new Opened(files, vaulted.damaged(), vaulted.unapproved());
  }

  /** Enforces it no more for now. */
  public OrderStanding suspend(OrderId order, UserId by, String reason) {
    return happened(order, by, (file, now) -> file.suspend(now, signed(by, reason)));
  }

  /** Enforces it again; its respondent's faces are enrolled within seconds. */
  public OrderStanding resume(OrderId order) {
    return happened(order, OrderFile::resume);
  }

  /**
   * Ends it later, as a court has decided.
   *
   * @throws OrderRefusal where the law doesn't allow it
   */
  public OrderStanding extend(
      OrderId order, Instant until, String court, String reference, UserId by) {
    String entered = "%s (entered by %s)".formatted(reference.strip(), by);
    if (reference.isBlank()) {
      throw new OrderRefusal("order %s needs to be told the decision's number".formatted(order));
    }
    return happened(order, by, (file, now) -> file.extend(until, court, entered, now, rules));
  }

  /** Ends it for good. */
  public OrderStanding revoke(OrderId order, UserId by, String reason) {
    return happened(order, by, (file, now) -> file.revoke(now, signed(by, reason)));
  }

  /** Forgets its faces and enrols the photographs that are there now. */
  public OrderStanding enrolAgain(OrderId order) {
    vault.purge(order);
    // It may have been damaged, and no longer is.
    open();
    return standing(order);
  }

  /**
   * A person has looked at the photographs behind its faces: they show its respondent.
   *
   * @throws OrderRefusal where nobody's word is wanted, or this person's is given
   */
  public OrderStanding approve(OrderId order, UserId by) {
    vault.approve(order, model, by);
    open();
    return standing(order);
  }

  /** Orders in force whose faces wait for people to approve them. */
  public List<OrderFile> unapproved() {
    return opened.waiting();
  }

  private static OrderId id(OrderFile file) {
    return file.issued().id();
  }

  private static String signed(UserId by, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why: it is kept with the order");
    }
    return "%s (entered by %s)".formatted(reason.strip(), by);
  }

  private OrderStanding happened(
      OrderId order, UserId by, BiFunction<OrderFile, Instant, OrderEvent> step) {
    return Acting.as(by, () -> happened(order, step));
  }

  private OrderStanding happened(OrderId order, BiFunction<OrderFile, Instant, OrderEvent> step) {
    OrderEvent event = step.apply(found(order), clock.instant());
    try {
      vault.happened(order, event);
    } catch (RuntimeException e) {
      openAfter(e);
      throw e;
    }
    open();
    return standing(order);
  }

  /** Memory may have forgotten faces that the order still allows. */
  private void openAfter(RuntimeException fault) {
    try {
      open();
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }

  private OrderFile found(OrderId order) {
    return stored(order)
        .orElseThrow(() -> new OrderRefusal("order %s is not known".formatted(order)));
  }

  private Optional<OrderFile> stored(OrderId order) {
    return store.read(in -> in.orders().find(order));
  }

  /**
   * The order as it was issued, with all that happened to it; ended ones, too. Those that have not
   * ended are in memory: a page asks for them with each alert and each second.
   */
  public Optional<OrderFile> find(OrderId order) {
    return opened.unended().stream()
        .filter(file -> id(file).equals(order))
        .findFirst()
        .or(() -> stored(order));
  }

  /** Those that had not ended when somebody last looked; the same list until one has changed. */
  public List<OrderFile> unended() {
    return opened.unended();
  }

  /** Quality of the best face that is looked for under an order, 0 to 1; empty where none is. */
  public Optional<Float> bestFace(OrderId order) {
    return watchlist.bestQuality(order);
  }

  /** All that have not ended, and those that did of late. */
  public List<OrderStanding> orders() {
    Instant now = clock.instant();
    return store.read(
        in ->
            in.orders().unended(now.minus(TOLD_OF)).stream()
                .map(file -> standing(in, file, now))
                .toList());
  }

  private OrderStanding standing(OrderId order) {
    return store.read(in -> standing(in, found(order), clock.instant()));
  }

  private OrderStanding standing(Transaction in, OrderFile file, Instant now) {
    OrderId order = file.issued().id();
    Optional<Purge> newest = in.purges().of(order).reversed().stream().findFirst();
    return new OrderStanding(
        file,
        file.stateAt(now),
        watchlist.faces(order),
        in.approvals().of(order).stream().map(Approval::by).distinct().toList(),
        opened.unapproved().contains(order),
        newest);
  }
}
