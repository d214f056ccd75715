package org.haetae.casework.retention;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.casework.office.Office;
import org.haetae.casework.store.KeptTable;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;

/**
 * What is kept, by class, at one moment.
 *
 * @param version of the rules
 */
public record RetentionReport(String version, Instant at, List<Line> lines) {
  public RetentionReport {
    lines = List.copyOf(lines);
  }

  /**
   * One class.
   *
   * @param count how many are kept; empty where nothing counts them
   * @param oldest from when the time of the oldest runs
   * @param due how many have to go and are still there
   * @param next when the next has to go
   * @param held how many stay because somebody decided so
   * @param inUse how many have no time yet
   */
  public record Line(
      RetentionRule rule,
      Optional<Long> count,
      Optional<Instant> oldest,
      long due,
      Optional<Instant> next,
      long held,
      long inUse) {}

  /** Reads everything and changes nothing. */
  public static RetentionReport of(Office office, Store store, RetentionRules rules, Instant now) {
    Inventory inventory = Inventory.of(new FactsReader(office, store).read());
    Holds holds = new Holds(store.read(in -> in.holds().held()));
    Map<KeptClass, KeptTable.Heap> heaps = store.read(RetentionReport::heaps);
    return new RetentionReport(
        rules.version(),
        now,
        Stream.of(KeptClass.values())
            .map(
                what ->
                    heaps.containsKey(what)
                        ? heap(rules, what, heaps, now)
                        : counted(rules, what, inventory, holds, now))
            .toList());
  }

  private static Map<KeptClass, KeptTable.Heap> heaps(Transaction in) {
    Map<KeptClass, KeptTable.Heap> heaps = new EnumMap<>(KeptClass.class);
    heaps.put(KeptClass.PARCEL, in.kept().parcels());
    heaps.put(KeptClass.LINK, both(in.kept().sessions(), in.kept().invitations()));
    heaps.put(KeptClass.TEMPLATE, in.kept().templates());
    heaps.put(KeptClass.AUDIT, in.kept().auditEntries());
    heaps.put(KeptClass.EMERGENCY, in.kept().emergencies());
    return heaps;
  }

  private static KeptTable.Heap both(KeptTable.Heap one, KeptTable.Heap other) {
    return new KeptTable.Heap(
        one.count() + other.count(),
        Stream.of(one.oldest(), other.oldest()).flatMap(Optional::stream).min(Instant::compareTo));
  }

  private static Line heap(
      RetentionRules rules, KeptClass what, Map<KeptClass, KeptTable.Heap> heaps, Instant now) {
    KeptTable.Heap heap = heaps.getOrDefault(what, new KeptTable.Heap(0, Optional.empty()));
    Optional<Instant> next = heap.oldest().flatMap(since -> rules.dueAt(what, since));
    return new Line(
        rules.of(what),
        Optional.of(heap.count()),
        heap.oldest(),
        next.filter(due -> !due.isAfter(now)).isPresent() ? 1 : 0,
        next,
        0,
        0);
  }

  private static Line counted(
      RetentionRules rules, KeptClass what, Inventory inventory, Holds holds, Instant now) {
    if (what.ending() == KeptClass.Ending.MEMORY) {
      return new Line(
          rules.of(what), Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, 0);
    }
    List<Kept> all = inventory.all().stream().filter(kept -> kept.what() == what).toList();
    List<Verdict> verdicts = all.stream().map(kept -> rules.judge(kept, holds, now)).toList();
    return new Line(
        rules.of(what),
        Optional.of((long) all.size()),
        all.stream().flatMap(kept -> kept.since().stream()).min(Instant::compareTo),
        count(verdicts, Verdict.Due.class),
        verdicts.stream().flatMap(RetentionReport::ahead).min(Instant::compareTo),
        count(verdicts, Verdict.Held.class),
        count(verdicts, Verdict.InUse.class));
  }

  private static Stream<Instant> ahead(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Later(Instant due) -> Stream.of(due);
      case Verdict.Due(Instant since) -> Stream.of(since);
      case Verdict.Held _, Verdict.InUse _ -> Stream.empty();
    };
  }

  private static long count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
    return verdicts.stream().filter(kind::isInstance).count();
  }
}
