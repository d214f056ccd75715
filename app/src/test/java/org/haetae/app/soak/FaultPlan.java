package org.haetae.app.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong when, by seed. It goes in rounds of five minutes at the most; each ends with a
 * time in which nothing is wrong anywhere, so that everything can be counted. Pure.
 *
 * @param troubles by beginning
 * @param quiets when nothing is wrong, by beginning
 */
record FaultPlan(List<PlannedTrouble> troubles, List<Quiet> quiets) {
  /** The longest round. */
  static final Duration ROUND = Duration.ofMinutes(5);

  /** No trouble begins on a camera sooner than that after the one before. */
  static final Duration SHORTEST_GAP = Duration.ofSeconds(12);

  private static final Duration QUIET = Duration.ofSeconds(24);
  private static final int GAP_SPREAD_SECONDS = 5;
  private static final int SHORTEST_SECONDS = 2;
  private static final int LONGEST_SECONDS = 20;
  private static final int LONGEST_WITHOUT_KEYFRAMES_SECONDS = 30;

  /** A time in which nothing is wrong, after the plan's start. */
  record Quiet(Duration from, Duration until) {}

  FaultPlan {
    troubles = List.copyOf(troubles);
    quiets = List.copyOf(quiets);
  }

  /**
   * Plans so many rounds that they fill {@code length}.
   *
   * @param cameras that have trouble
   * @param withFile those of them whose password stands in a file
   */
  static FaultPlan of(
      List<String> cameras,
      Collection<String> withFile,
      TroubleDeck deck,
      Duration length,
      long seed) {
    Random random = new Random(seed);
    List<Quiet> quiets = new ArrayList<>();
    List<PlannedTrouble> troubles = new ArrayList<>();
    Duration start = Duration.ZERO;
    while (start.compareTo(length) < 0) {
      Duration left = length.minus(start);
      Duration end = start.plus(left.compareTo(ROUND) < 0 ? left : ROUND);
      Duration calm = end.minus(QUIET);
      troubles.addAll(new Round(cameras, withFile, deck, start, calm).deal(random));
      quiets.add(new Quiet(calm, end));
      start = end;
    }
    troubles.sort(Comparator.comparing(PlannedTrouble::from));
    return new FaultPlan(troubles, quiets);
  }

  /** Each kind is dealt once over the site first, and then each camera goes on by itself. */
  private record Round(
      List<String> cameras,
      Collection<String> withFile,
      TroubleDeck deck,
      Duration start,
      Duration end) {

    List<PlannedTrouble> deal(Random random) {
      List<Trouble> shared = deck.shuffled(random);
      List<PlannedTrouble> all = new ArrayList<>();
      for (int i = 0; i < cameras.size(); i++) {
        String camera = cameras.get(i);
        Deque<Trouble> own = new ArrayDeque<>();
        for (int j = i; j < shared.size(); j += cameras.size()) {
          own.add(shared.get(j));
        }
        own.addAll(deck.shuffled(random));
        boolean file = withFile.contains(camera);
        own.removeIf(trouble -> trouble instanceof Trouble.WrongFile && !file);
        if (file) {
          own.addFirst(new Trouble.WrongFile());
        }
        all.addAll(line(camera, own, random));
      }
      return all;
    }

    private List<PlannedTrouble> line(String camera, Deque<Trouble> deck, Random random) {
      List<PlannedTrouble> line = new ArrayList<>();
      Duration at = start.plusSeconds(random.nextInt((int) SHORTEST_GAP.toSeconds()));
      for (Trouble trouble : deck) {
        Duration length = length(trouble, random);
        if (at.plus(length).compareTo(end) > 0) {
          break;
        }
        line.add(new PlannedTrouble(camera, trouble, at, length));
        at = at.plus(length).plus(SHORTEST_GAP).plusSeconds(random.nextInt(GAP_SPREAD_SECONDS));
      }
      return line;
    }

    private static Duration length(Trouble trouble, Random random) {
      int longest =
          trouble.kind().equals("no-keyframes")
              ? LONGEST_WITHOUT_KEYFRAMES_SECONDS
              : LONGEST_SECONDS;
      return Duration.ofSeconds(SHORTEST_SECONDS + random.nextInt(longest - SHORTEST_SECONDS + 1));
    }
  }
}
