package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haetae.domain.face.FaceBox;

/**
 * Whose each track is. In every frame the found faces are paired with the truth's boxes, the best
 * pair first, each at most once. A pair may be made where the two overlap by a quarter
 * (intersection over union), or where the centres are no farther apart than half the truth's height
 * and neither is twice as high as the other: a detector's box is not the renderer's, and one of
 * sixteen pixels misses easily. A track is that passage's with which most of its faces were paired,
 * if these are at least half of them; else it is nobody's.
 */
public final class Joining {
  private static final float ENOUGH_OVERLAP = 0.25f;
  private static final float FARTHEST_HEIGHTS = 0.5f;
  private static final float LARGEST_RATIO = 2;

  private Joining() {}

  private record Pair(int track, int passage, double affinity) {}

  /** The tracks in their order, each with its passage. */
  public static List<Joined> join(List<ObservedTrack> tracks, List<Passage> passages) {
    int[][] votes = new int[tracks.size()][passages.size()];
    pairs(tracks, passages)
        .values()
        .forEach(pairs -> best(pairs).forEach(pair -> votes[pair.track()][pair.passage()]++));
    List<Joined> joined = new ArrayList<>();
    for (int t = 0; t < tracks.size(); t++) {
      joined.add(new Joined(tracks.get(t), winner(votes[t], tracks.get(t), passages)));
    }
    return List.copyOf(joined);
  }

  /** A track and whose it is. */
  public record Joined(ObservedTrack track, Optional<Passage> passage) {}

  private static Map<Integer, List<Pair>> pairs(
      List<ObservedTrack> tracks, List<Passage> passages) {
    List<Map<Integer, FaceBox>> truths =
        passages.stream()
            .map(
                passage ->
                    passage.boxes().stream()
                        .collect(Collectors.toMap(TruthBox::frame, TruthBox::box, (a, b) -> a)))
            .toList();
    Map<Integer, List<Pair>> byFrame = new TreeMap<>();
    for (int t = 0; t < tracks.size(); t++) {
      for (FoundFace face : tracks.get(t).faces()) {
        for (int p = 0; p < truths.size(); p++) {
          FaceBox truth = truths.get(p).get(face.frame());
          double affinity = truth == null ? 0 : affinity(truth, face.box());
          if (affinity > 0) {
            byFrame
                .computeIfAbsent(face.frame(), frame -> new ArrayList<>())
                .add(new Pair(t, p, affinity));
          }
        }
      }
    }
    return byFrame;
  }

  /** 1 to 2 by overlap, else 0 to 1 by nearness, 0 where the two can't be one face. */
  static double affinity(FaceBox truth, FaceBox found) {
    float overlap = truth.overlap(found);
    if (overlap >= ENOUGH_OVERLAP) {
      return 1 + overlap;
    }
    float ratio = truth.height() / found.height();
    double distance =
        Math.hypot(truth.centreX() - found.centreX(), truth.centreY() - found.centreY());
    double farthest = FARTHEST_HEIGHTS * truth.height();
    boolean near = distance <= farthest && ratio <= LARGEST_RATIO && ratio >= 1 / LARGEST_RATIO;
    return near ? 1 - distance / (2 * farthest) : 0;
  }

  private static List<Pair> best(List<Pair> pairs) {
    Map<Integer, Pair> byTrack = new HashMap<>();
    Map<Integer, Pair> byPassage = new HashMap<>();
    pairs.stream()
        .sorted(Comparator.comparingDouble(Pair::affinity).reversed())
        .forEach(
            pair -> {
              if (!byTrack.containsKey(pair.track()) && !byPassage.containsKey(pair.passage())) {
                byTrack.put(pair.track(), pair);
                byPassage.put(pair.passage(), pair);
              }
            });
    return List.copyOf(byTrack.values());
  }

  private static Optional<Passage> winner(
      int[] votes, ObservedTrack track, List<Passage> passages) {
    int best = -1;
    for (int p = 0; p < votes.length; p++) {
      if (votes[p] > 0 && (best < 0 || votes[p] > votes[best])) {
        best = p;
      }
    }
    boolean half = best >= 0 && votes[best] * 2 >= track.faces().size();
    return half ? Optional.of(passages.get(best)) : Optional.empty();
  }
}
