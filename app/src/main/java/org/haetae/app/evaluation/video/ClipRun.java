package org.haetae.app.evaluation.video;

import java.util.List;
import java.util.Set;

/**
 * A clip that went through the pipeline once.
 *
 * @param gallery who was looked for
 * @param passages what the truth says
 * @param tracks what the pipeline saw
 */
public record ClipRun(
    String clip,
    Set<String> gallery,
    Demands demands,
    List<Passage> passages,
    List<ObservedTrack> tracks) {
  public ClipRun {
    gallery = Set.copyOf(gallery);
    passages = List.copyOf(passages);
    tracks = List.copyOf(tracks);
  }
}
