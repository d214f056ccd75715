package org.haetae.pipeline.track;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;

/**
 * One face through the frames of one camera, with a constant-velocity guess of where it goes. One
 * thread at a time.
 */
public final class Track {
  /** Share of the newest movement in the velocity. */
  private static final float VELOCITY_GAIN = 0.5f;

  private final long id;
  private final double firstSeconds;
  private final GrowthEstimate growth = new GrowthEstimate();
  private DetectedFace face;
  private double seenSeconds;
  private float velocityX;
  private float velocityY;
  private float largest;
  private int hits = 1;
  private int misses;

  Track(long id, DetectedFace face, double seconds) {
    this.id = id;
    this.face = face;
    this.firstSeconds = seconds;
    this.seenSeconds = seconds;
    this.largest = face.box().height();
    growth.add(seconds, face.box().height());
  }

  void hit(DetectedFace seen, double seconds) {
    double elapsed = seconds - seenSeconds;
    if (elapsed > 1e-3) {
      float dx = (float) ((seen.box().centreX() - face.box().centreX()) / elapsed);
      float dy = (float) ((seen.box().centreY() - face.box().centreY()) / elapsed);
      velocityX += (dx - velocityX) * VELOCITY_GAIN;
      velocityY += (dy - velocityY) * VELOCITY_GAIN;
    }
    face = seen;
    seenSeconds = seconds;
    largest = Math.max(largest, seen.box().height());
    hits++;
    misses = 0;
    growth.add(seconds, seen.box().height());
  }

  void miss() {
    misses++;
  }

  /** Where the face should be at {@code seconds}. */
  public FaceBox predicted(double seconds) {
    float elapsed = (float) Math.clamp(seconds - seenSeconds, 0, 1.0);
    return face.box().moved(velocityX * elapsed, velocityY * elapsed);
  }

  /** Unique within its camera and run. */
  public long id() {
    return id;
  }

  /** The face as it was last detected. */
  public DetectedFace face() {
    return face;
  }

  /** Media time of the first detection. */
  public double firstSeconds() {
    return firstSeconds;
  }

  /** Media time of the last detection. */
  public double seenSeconds() {
    return seenSeconds;
  }

  /** The largest height that the face had in any detection, in pixels. */
  public float largest() {
    return largest;
  }

  /** Detections so far. */
  public int hits() {
    return hits;
  }

  /** Detector passes over its place since it was last seen. */
  public int misses() {
    return misses;
  }

  /** Relative change of the face's height per second, NaN while unknown. */
  public double growth() {
    return growth.perSecond();
  }
}
