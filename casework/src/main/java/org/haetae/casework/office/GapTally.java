package org.haetae.casework.office;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.haetae.casework.cover.Gap;
import org.haetae.casework.cover.GapKind;
import org.jspecify.annotations.Nullable;

/** The open gaps of each kind by when they began. Belongs to one thread at a time. */
final class GapTally {
  private final Map<GapKind, Integer> counts = new EnumMap<>(GapKind.class);
  private final Map<GapKind, TreeMap<Instant, Integer>> begun = new EnumMap<>(GapKind.class);

  void add(Gap gap) {
    counts.merge(gap.kind(), 1, Integer::sum);
    begun.computeIfAbsent(gap.kind(), _ -> new TreeMap<>()).merge(gap.since(), 1, Integer::sum);
  }

  /** Takes out one that was added. */
  void remove(Gap gap) {
    counts.computeIfPresent(gap.kind(), (_, count) -> fewer(count));
    begun.computeIfPresent(
        gap.kind(),
        (_, moments) -> {
          moments.computeIfPresent(gap.since(), (_, count) -> fewer(count));
          return moments.isEmpty() ? null : moments;
        });
  }

  private static @Nullable Integer fewer(int count) {
    return count == 1 ? null : count - 1;
  }

  void clear() {
    counts.clear();
    begun.clear();
  }

  /** How many there are; kinds without any are left out. */
  Map<GapKind, Integer> counts() {
    return new EnumMap<>(counts);
  }

  /** When the oldest began; kinds without any are left out. */
  Map<GapKind, Instant> oldest() {
    Map<GapKind, Instant> all = new EnumMap<>(GapKind.class);
    begun.forEach((kind, moments) -> all.put(kind, moments.firstKey()));
    return all;
  }
}
