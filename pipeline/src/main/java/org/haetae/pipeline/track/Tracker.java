package org.haetae.pipeline.track;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Region;

/**
 * Joins detections to tracks: pairs of the best overlap with the predicted boxes first, then of the
 * least distance. One camera's; one thread at a time.
 */
public final class Tracker {
  /** Overlap from which on a detection continues a track without further question. */
  private static final float ENOUGH_OVERLAP = 0.25f;

  /** Distance between centres, in face heights, up to which a detection may continue a track. */
  private static final float FARTHEST = 1.2f;

  /** A face does not become so much larger or smaller between two passes. */
  private static final float LARGEST_RATIO = 1.7f;

  /** Passes over a track's place without a face after which it has ended. */
  private static final int MOST_MISSES = 6;

  /** Seconds without a face after which a track has ended. */
  private static final double LONGEST_GAP = 1.5;

  private final List<Track> tracks = new ArrayList<>();
  private final List<Track> ended = new ArrayList<>();
  private long nextId = 1;

  /**
   * Takes in what a pass found.
   *
   * @param covered where the detector looked; tracks elsewhere are not missed
   */
  public void update(List<DetectedFace> faces, Region covered, double seconds) {
    ended.clear();
    boolean[] taken = new boolean[faces.size()];
    boolean[] hit = new boolean[tracks.size()];
    for (int pairs = Math.min(tracks.size(), faces.size()); pairs > 0; pairs--) {
      if (!joinBest(faces, taken, hit, seconds)) {
        break;
      }
    }
    for (int t = 0; t < hit.length; t++) {
      if (!hit[t] && inside(tracks.get(t).predicted(seconds), covered)) {
        tracks.get(t).miss();
      }
    }
    for (int f = 0; f < taken.length; f++) {
      if (!taken[f]) {
        tracks.add(new Track(nextId++, faces.get(f), seconds));
      }
    }
    retire(seconds);
  }

  private boolean joinBest(
      List<DetectedFace> faces, boolean[] taken, boolean[] hit, double seconds) {
    float best = 0;
    int bestTrack = -1;
    int bestFace = -1;
    for (int t = 0; t < hit.length; t++) {
      if (hit[t]) {
        continue;
      }
      FaceBox predicted = tracks.get(t).predicted(seconds);
      for (int f = 0; f < taken.length; f++) {
        float affinity = taken[f] ? 0 : affinity(predicted, faces.get(f).box());
        if (affinity > best) {
          best = affinity;
          bestTrack = t;
          bestFace = f;
        }
      }
    }
    if (bestTrack < 0) {
      return false;
    }
    tracks.get(bestTrack).hit(faces.get(bestFace), seconds);
    hit[bestTrack] = true;
    taken[bestFace] = true;
    return true;
  }

  /** 1 to 2 by overlap, else 0 to 1 by nearness, 0 where the two can't be one face. */
  static float affinity(FaceBox predicted, FaceBox seen) {
    float ratio = predicted.height() / seen.height();
    if (ratio > LARGEST_RATIO || ratio < 1 / LARGEST_RATIO) {
      return 0;
    }
    float overlap = predicted.overlap(seen);
    if (overlap >= ENOUGH_OVERLAP) {
      return 1 + overlap;
    }
    float distance =
        (float)
            Math.hypot(predicted.centreX() - seen.centreX(), predicted.centreY() - seen.centreY());
    return Math.max(0, 1 - distance / (FARTHEST * Math.max(predicted.height(), seen.height())));
  }

  private static boolean inside(FaceBox box, Region region) {
    return box.centreX() >= region.x()
        && box.centreX() <= region.x() + region.width()
        && box.centreY() >= region.y()
        && box.centreY() <= region.y() + region.height();
  }

  private void retire(double seconds) {
    for (int t = tracks.size() - 1; t >= 0; t--) {
      Track track = tracks.get(t);
      if (track.misses() > MOST_MISSES || seconds - track.seenSeconds() > LONGEST_GAP) {
        ended.add(track);
        tracks.remove(t);
      }
    }
  }

  /**
   * Cuts a track in two because its face became another's: what follows gets a new id.
   *
   * @return the new track, which begins with the old one's last face
   */
  public Track split(Track track) {
    int at = tracks.indexOf(track);
    Track fresh = new Track(nextId++, track.face(), track.seenSeconds());
    tracks.set(at, fresh);
    ended.add(track);
    return fresh;
  }

  /** The living tracks; not to be kept. */
  public List<Track> tracks() {
    return tracks;
  }

  /** Tracks that ended with the last update or since; not to be kept. */
  public List<Track> ended() {
    return ended;
  }

  /** Ends every track, as when a stream ends. */
  public void reset() {
    ended.clear();
    ended.addAll(tracks);
    tracks.clear();
  }
}
