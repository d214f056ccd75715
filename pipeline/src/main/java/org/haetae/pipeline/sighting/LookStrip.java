package org.haetae.pipeline.sighting;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.pipeline.looks.Look;

/**
 * A few of a track's looks with their pictures, spread over its time however long that is. Once it
 * is full, the next is wanted only after as much time as lies between two that are kept, so that a
 * track of hours costs few pictures. One thread at a time.
 */
final class LookStrip {
  /** As many as an officer takes in at a glance. */
  static final int MOST = 6;

  private final List<Kept> kept = new ArrayList<>(MOST);

  /** A look and what it saw. */
  record Kept(Look look, FaceCrop crop) {}

  /** Whether a look at that media time is far enough from the last to be worth a picture. */
  boolean wants(double seconds) {
    return kept.size() < MOST || seconds - kept.getLast().look().seconds() >= span() / (MOST - 1);
  }

  private double span() {
    return kept.getLast().look().seconds() - kept.getFirst().look().seconds();
  }

  /** Keeps a look that is later than all others; one that stands closest to its neighbours goes. */
  void add(Look look, FaceCrop crop) {
    kept.add(new Kept(look, crop));
    if (kept.size() > MOST) {
      kept.remove(mostCrowded());
    }
  }

  /** Neither the first nor the last. */
  private int mostCrowded() {
    int crowded = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < kept.size() - 1; i++) {
      double between = kept.get(i + 1).look().seconds() - kept.get(i - 1).look().seconds();
      if (between < least) {
        least = between;
        crowded = i;
      }
    }
    return crowded;
  }

  /** The oldest first. */
  List<Kept> kept() {
    return List.copyOf(kept);
  }

  void clear() {
    kept.clear();
  }
}
