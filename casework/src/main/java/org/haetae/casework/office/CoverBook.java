package org.haetae.casework.office;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.cover.Cover;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Covered;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.WatchSerial;
import org.jspecify.annotations.Nullable;

/**
 * The newest answer for every protected person. It is asked anew for whom an event concerns as the
 * event comes in, and for whom time alone has changed something by {@link #tick}. Always the same
 * as {@link Cover} would say from scratch. Safe for many threads.
 */
public final class CoverBook {
  /** Whose line it is: a case's, or a person's without a case. */
  private record Key(ProtectedPersonId person, Optional<CaseId> file) {}

  /** When a line must be asked anew though nothing happened; void if the line is newer. */
  private record Alarm(Instant at, Key key, CoverLine line) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      return at.compareTo(other.at);
    }
  }

  private final Office office;
  private final Cover cover;
  private final double reach;
  private final Object lock = new Object();
  private final OrderShelf shelf = new OrderShelf();
  private final Map<WatchSerial, WatchSignal> signals = new HashMap<>();
  private final Map<Key, CoverLine> lines = new HashMap<>();
  private final NavigableSet<CoverLine> sorted = new TreeSet<>(CoverLine.ORDER);
  private final GapTally tally = new GapTally();
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private final Set<CaseId> stale = new HashSet<>();
  private SiteView site = SiteView.NONE;
  private boolean hearsWatches;

  /**
   * @param plan by whose rules something counts as missing
   */
  public CoverBook(Office office, Plan plan) {
    this.office = office;
    this.cover = new Cover(plan);
    this.reach = plan.watches().reach();
    office.listen(this::changed);
  }

  /** Takes in all orders, watches' signs of life and the site, and asks for everybody. */
  public void begin(
      Collection<OrderFile> orders,
      Collection<WatchSignal> heard,
      boolean hears,
      SiteView view,
      Instant now) {
    office.look(
        files -> {
          synchronized (lock) {
            var _ = shelf.put(orders);
            heard.forEach(signal -> signals.merge(signal.watch(), signal, CoverBook::newer));
            hearsWatches = hears;
            site = view;
            askForAll(files, now);
            return true;
          }
        });
  }

  /** Orders are as given from now on. */
  public void orders(Collection<OrderFile> orders, Instant now) {
    office.look(
        files -> {
          synchronized (lock) {
            shelf.put(orders).forEach(person -> ask(files, person, now));
            return true;
          }
        });
  }

  /** A watch has shown a sign of life. */
  public void heard(WatchSignal signal, Instant now) {
    office.look(
        files -> {
          synchronized (lock) {
            signals.merge(signal.watch(), signal, CoverBook::newer);
            if (!hearsWatches) {
              // From now on it is a gap of everybody's watch to be silent.
              hearsWatches = true;
              askForAll(files, now);
              return true;
            }
            files
                .watch(signal.watch())
                .flatMap(Watch::holding)
                .map(Holding::request)
                .flatMap(request -> files.find(request.file()))
                .ifPresent(file -> ask(files, file.opened().person(), now));
            return true;
          }
        });
  }

  /** The site says what it is like; only whom a change concerns is asked for again. */
  public void site(SiteView view, Instant now) {
    office.look(
        files -> {
          synchronized (lock) {
            SiteView before = site;
            site = view;
            whom(before, view).forEach(person -> ask(files, person, now));
            return true;
          }
        });
  }

  /** Asks again for whom something has happened, or time has come. */
  public void tick(Instant now) {
    office.look(
        files -> {
          synchronized (lock) {
            for (CaseId id : List.copyOf(stale)) {
              files.find(id).ifPresent(file -> ask(files, file.opened().person(), now));
            }
            stale.clear();
            while (!alarms.isEmpty() && !now.isBefore(alarms.peek().at())) {
              Alarm due = alarms.remove();
              if (due.line().equals(lines.get(due.key()))) {
                ask(files, due.key().person(), now);
              }
            }
            return true;
          }
        });
  }

  /** One line a protected person, whoever lacks most first. */
  public List<CoverLine> lines(Instant now) {
    return lines(now, 0, Integer.MAX_VALUE);
  }

  /**
   * A page of {@link #lines(Instant)}.
   *
   * @param skip how many come before
   * @param most how many at most
   */
  public List<CoverLine> lines(Instant now, int skip, int most) {
    tick(now);
    synchronized (lock) {
      return sorted.stream().skip(skip).limit(most).toList();
    }
  }

  /** How many people are protected. */
  public int size() {
    synchronized (lock) {
      return sorted.size();
    }
  }

  /** The line of an open case. */
  public Optional<CoverLine> line(CaseId id, Instant now) {
    tick(now);
    Optional<Key> key =
        office.look(
            files -> files.find(id).map(file -> new Key(file.opened().person(), Optional.of(id))));
    synchronized (lock) {
      return key.flatMap(its -> Optional.ofNullable(lines.get(its)));
    }
  }

  /** How many gaps of each kind there are. */
  public Map<GapKind, Integer> counts(Instant now) {
    tick(now);
    synchronized (lock) {
      return tally.counts();
    }
  }

  /** When the oldest gap of each kind began; kinds without any are left out. */
  public Map<GapKind, Instant> oldest(Instant now) {
    tick(now);
    synchronized (lock) {
      return tally.oldest();
    }
  }

  private void changed(Set<CaseId> cases) {
    synchronized (lock) {
      stale.addAll(cases);
    }
  }

  private void askForAll(Files files, Instant now) {
    lines.clear();
    sorted.clear();
    tally.clear();
    alarms.clear();
    stale.clear();
    HouseWorld world = world(files);
    Set<ProtectedPersonId> without = new HashSet<>(shelf.people());
    for (CaseFile file : files.cases()) {
      if (file.open()) {
        without.remove(file.opened().person());
        put(Covered.of(file), world, now);
      }
    }
    without.forEach(person -> put(new Covered(person, Optional.empty()), world, now));
  }

  private void ask(Files files, ProtectedPersonId person, Instant now) {
    HouseWorld world = world(files);
    List<CaseFile> open = files.protecting(person);
    drop(new Key(person, Optional.empty()));
    for (CaseFile file : files.ofPerson(person)) {
      if (!file.open()) {
        drop(new Key(person, Optional.of(file.id())));
      }
    }
    for (CaseFile file : open) {
      put(Covered.of(file), world, now);
    }
    if (open.isEmpty() && !shelf.of(person).isEmpty()) {
      put(new Covered(person, Optional.empty()), world, now);
    }
  }

  private void put(Covered who, HouseWorld world, Instant now) {
    Key key = new Key(who.person(), who.file().map(CaseFile::id));
    CoverLine line = cover.of(who, world, now);
    drop(key);
    // Kept even where nothing is missing, since an alarm is void without its line.
    lines.put(key, line);
    line.gaps().forEach(tally::add);
    if (shown(line)) {
      sorted.add(line);
    }
    line.next().ifPresent(at -> alarms.add(new Alarm(at, key, line)));
  }

  /** Signs of life may arrive in another order than they were given. */
  private static WatchSignal newer(WatchSignal known, WatchSignal heard) {
    return heard.at().isBefore(known.at()) ? known : heard;
  }

  /** Somebody without a case and without a gap is nobody's business. */
  private static boolean shown(CoverLine line) {
    return line.file().isPresent() || !line.covered();
  }

  private void drop(Key key) {
    @Nullable CoverLine before = lines.remove(key);
    if (before != null) {
      sorted.remove(before);
      before.gaps().forEach(tally::remove);
    }
  }

  private HouseWorld world(Files files) {
    return new HouseWorld(files, shelf, site, signals, hearsWatches, reach);
  }

  /** Whom a change of the site concerns. */
  private Set<ProtectedPersonId> whom(SiteView before, SiteView after) {
    boolean everybody =
        !before.faults().equals(after.faults()) || !before.pulse().equals(after.pulse());
    Set<ProtectedPersonId> all = new HashSet<>();
    for (ProtectedPersonId person : shelf.people()) {
      for (OrderFile order : shelf.of(person)) {
        if (concerns(order, before, after, everybody)) {
          all.add(person);
        }
      }
    }
    return all;
  }

  private static boolean concerns(
      OrderFile order, SiteView before, SiteView after, boolean everybody) {
    OrderId id = order.issued().id();
    return differs(before.faces(), after.faces(), id)
        || differs(before.exceptions(), after.exceptions(), id)
        || order.issued().places().stream()
            .anyMatch(place -> concerns(place, before, after, everybody));
  }

  private static boolean concerns(
      PlaceId place, SiteView before, SiteView after, boolean everybody) {
    return differs(before.cameras(), after.cameras(), place)
        || differs(before.approaches(), after.approaches(), place)
        || (everybody && after.cameras().containsKey(place));
  }

  private static <K, V> boolean differs(Map<K, V> before, Map<K, V> after, K key) {
    @Nullable V one = before.get(key);
    @Nullable V other = after.get(key);
    return one == null ? other != null : !one.equals(other);
  }
}
