package org.haetae.pipeline.detect;

import java.util.List;
import java.util.Optional;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.motion.MotionGate;

/**
 * Spends the detector where it pays: around tracked faces and moving cells, with the whole picture
 * at an interval. One camera's; one thread at a time.
 */
public final class DetectionPlanner {
  /** Tracked faces are looked for in this many times their box. */
  private static final float TRACK_MARGIN = 1.5f;

  /** A single moving cell is a leaf or noise. */
  private static final int FEWEST_CELLS = 2;

  /** From this share of the picture on, a full pass costs as little and sees more. */
  private static final double NEARLY_ALL = 0.6;

  /** A scene in which nothing moves is searched ever more seldom, but never not at all. */
  private static final double LONGEST_IDLE_INTERVAL = 300;

  private final DetectionSettings settings;
  private double lastTurn = Double.NEGATIVE_INFINITY;
  private double lastFull = Double.NEGATIVE_INFINITY;
  private double idleInterval;
  private boolean active;

  public DetectionPlanner(DetectionSettings settings) {
    this.settings = settings;
    idleInterval = settings.idleFullPassSeconds();
  }

  /**
   * The plan for a frame.
   *
   * @param seconds media time
   * @param tracks predicted boxes of the tracked faces
   * @param movingCells as {@link MotionGate#update} counted them
   */
  public DetectionPlan plan(
      Picture picture, double seconds, List<FaceBox> tracks, MotionGate motion, int movingCells) {
    active = !tracks.isEmpty() || movingCells >= FEWEST_CELLS;
    if (active) {
      idleInterval = settings.idleFullPassSeconds();
    }
    if (seconds - lastFull >= (active ? settings.fullPassSeconds() : idleInterval)) {
      if (!active && lastFull > Double.NEGATIVE_INFINITY) {
        idleInterval = Math.min(LONGEST_IDLE_INTERVAL, 2 * idleInterval);
      }
      return full(picture, seconds);
    }
    // Time stamps are rounded to the stream's clock; a turn that is due within half a frame is due.
    if (!active || seconds - lastTurn < settings.turnSeconds() - 0.02) {
      return DetectionPlan.NOTHING;
    }
    Region region = interesting(picture, tracks, motion);
    if (region.area() >= NEARLY_ALL * picture.width() * picture.height()) {
      return full(picture, seconds);
    }
    lastTurn = seconds;
    return new DetectionPlan(Optional.of(region), false);
  }

  /**
   * The plan for a frame that is searched whatever moves and whenever the last one was.
   *
   * @param seconds media time
   */
  public DetectionPlan everything(Picture picture, double seconds) {
    active = true;
    idleInterval = settings.idleFullPassSeconds();
    return full(picture, seconds);
  }

  /** Whether something moved or a face was tracked in the last frame, or all of it was wanted. */
  public boolean active() {
    return active;
  }

  private DetectionPlan full(Picture picture, double seconds) {
    lastFull = seconds;
    lastTurn = seconds;
    return new DetectionPlan(Optional.of(Region.whole(picture)), true);
  }

  private static Region interesting(Picture picture, List<FaceBox> tracks, MotionGate motion) {
    Bounds bounds = new Bounds();
    for (FaceBox track : tracks) {
      FaceBox grown = track.grown(TRACK_MARGIN);
      bounds.add(grown.x(), grown.y(), grown.right(), grown.bottom());
    }
    float cellWidth = (float) picture.width() / MotionGate.COLUMNS;
    float cellHeight = (float) picture.height() / MotionGate.ROWS;
    for (int row = 0; row < MotionGate.ROWS; row++) {
      for (int column = 0; column < MotionGate.COLUMNS; column++) {
        if (motion.moves(column, row)) {
          bounds.add(
              (column - 1) * cellWidth,
              (row - 1) * cellHeight,
              (column + 2) * cellWidth,
              (row + 2) * cellHeight);
        }
      }
    }
    return bounds.within(picture);
  }

  private static final class Bounds {
    private float left = Float.POSITIVE_INFINITY;
    private float top = Float.POSITIVE_INFINITY;
    private float right = Float.NEGATIVE_INFINITY;
    private float bottom = Float.NEGATIVE_INFINITY;

    void add(float x0, float y0, float x1, float y1) {
      left = Math.min(left, x0);
      top = Math.min(top, y0);
      right = Math.max(right, x1);
      bottom = Math.max(bottom, y1);
    }

    Region within(Picture picture) {
      return Region.clamped(left, top, right - left, bottom - top, picture);
    }
  }
}
